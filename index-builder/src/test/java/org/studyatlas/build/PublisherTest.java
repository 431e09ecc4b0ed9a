package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

  private Generation generation(String name) throws IOException {
    Generation generation = index.generation(name);
    Files.createDirectories(generation.lucene());
    Files.writeString(generation.manifestFile(), "{}");
    return generation;
  }
}
