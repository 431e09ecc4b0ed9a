package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;

class PublisherTest {

  @TempDir Path temp;
  private IndexDirectory index = new IndexDirectory(Path.of(""));

  @BeforeEach
  void createIndexDirectory() throws IOException {
    index = new IndexDirectory(temp);
    Files.createDirectory(index.generationsFolder());
  }

  @Test
  void numbersBeyondTheHighestOfTheDay() throws IOException {
    generation("2026-08-13-9");
    generation("2026-08-13-10");
    generation("2026-08-14-3");

    assertThat(new Publisher(index).nextName(LocalDate.of(2026, 8, 13))).isEqualTo("2026-08-13-11");
    assertThat(new Publisher(index).nextName(LocalDate.of(2026, 8, 15))).isEqualTo("2026-08-15-1");
  }

  @Test
  void keepsTheNewestOldGenerations() throws IOException {
    generation("2026-08-11-1");
    generation("2026-08-12-1");
    Generation previous = generation("2026-08-13-1");
    Generation current = generation("2026-08-14-1");

    List<String> deleted = new Publisher(index).deleteOld(current, previous, 2);

    assertThat(deleted).containsExactly("2026-08-11-1");
    assertThat(Builds.namesIn(index.generationsFolder()))
        .containsExactly("2026-08-12-1", "2026-08-13-1", "2026-08-14-1");
  }

  @Test
  void keepsTheOneThatWasInServiceBeforeOneThatNeverWas() throws IOException {
    Generation previous = generation("2026-08-11-1");
    generation("2026-08-12-1");
    Generation current = generation("2026-08-13-1");

    new Publisher(index).deleteOld(current, previous, 1);

    assertThat(Builds.namesIn(index.generationsFolder()))
        .containsExactly("2026-08-11-1", "2026-08-13-1");
  }

  @Test
  void neverDeletesTheOneInServiceEvenIfItsDataAreOlder() throws IOException {
    Generation current = generation("2026-08-11-1");
    Generation previous = generation("2026-08-12-1");

    new Publisher(index).deleteOld(current, previous, 0);

    assertThat(Builds.namesIn(index.generationsFolder())).containsExactly("2026-08-11-1");
  }

  @Test
  void tellsThatTheIndexIsInServiceIfOnlyItsSyncFails() throws IOException {
    Workspace workspace = Workspace.of(index);
    workspace.create();
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(temp);
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("-wx------"));
    try {
      Assumptions.assumeFalse(Files.isReadable(temp), "the super-user reads all");

      assertThatThrownBy(() -> new Publisher(index).publish(workspace, "2026-08-14-1"))
          .isInstanceOf(InServiceException.class)
          .hasMessageStartingWith("generation 2026-08-14-1 is in service, but ");
      assertThat(index.findCurrent()).contains(index.generation("2026-08-14-1"));
    } finally {
      Files.setPosixFilePermissions(temp, before);
    }
  }

  @Test
  void neverSaysThatNothingWasPublishedWhenItWas() {
    IOException full = new IOException("No space left on device");
    InServiceException failure = new InServiceException("generation x is in service, but", full);

    assertThat(WriteFault.explain(failure, temp)).isSameAs(failure);
    assertThat(WriteFault.explain(full, temp)).hasMessageContaining("nothing was published");
  }

  private Generation generation(String name) throws IOException {
    Generation generation = index.generation(name);
    Files.createDirectories(generation.lucene());
    Files.writeString(generation.manifestFile(), "{}");
    return generation;
  }
}
