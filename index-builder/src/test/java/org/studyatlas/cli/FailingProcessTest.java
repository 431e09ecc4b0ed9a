package org.studyatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.build.StudyZip;
import org.studyatlas.fixture.ChildJvm;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.verify.Depth;
import org.studyatlas.verify.IndexVerifier;

/**
 * The whole program as a process that runs out of disk or memory, or is asked to end.
 *
 * <p>Slow, since each case takes a Java process of its own.
 */
@Tag("slow")
class FailingProcessTest {

  @TempDir Path temp;

  /**
   * The limit on the size of a file makes writes fail as a full disk does. Records that hardly
   * compress make the record store hit it, sites that are all alike the Lucene index.
   */
  @ParameterizedTest
  @CsvSource({"4000, 1", "60, 1500"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only POSIX shells have ulimit")
  void tellsInOneLineThatTheDiskIsFull(int studies, int sitesEach) throws Exception {
    Path small = StudyZip.ofStudies(5).write(temp.resolve("small.zip"));
    assertThat(run(unlimited(), "build", small.toString(), index()).code()).isZero();
    Path large = manySites(studies, sitesEach);

    Outcome outcome = run(fileSizeLimit(256), "build", large.toString(), index());

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.errorLines())
        .singleElement()
        .asString()
        .contains("no room to write the index in " + index(), "nothing was published");
    assertOldIndexServes();
  }

  @Test
  void tellsInOneLineThatTheHeapIsTooSmallForItsRecords() throws Exception {
    Path small = StudyZip.ofStudies(5).write(temp.resolve("small.zip"));
    assertThat(run(unlimited(), "build", small.toString(), index()).code()).isZero();

    Outcome outcome =
        run(
            List.of("-Xmx210m"),
            unlimited(),
            "build",
            "--threads=8",
            hugeRecords().toString(),
            index());

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.errorLines()).singleElement().asString().contains("out of memory");
    assertOldIndexServes();
  }

  /** A program reads the report; Persian has digits of its own. */
  @Test
  void writesTheSameDigitsInEveryLanguage() throws Exception {
    Path small = StudyZip.ofStudies(5).write(temp.resolve("small.zip"));
    List<String> persian = List.of("-Xmx256m", "-Duser.language=fa", "-Duser.country=IR");

    Outcome outcome = run(persian, unlimited(), "build", small.toString(), index());

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("5 read = 5 indexed + 0 rejected + 0 duplicates");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there is killed, not asked to end")
  void removesTheUnfinishedIndexWhenAskedToEnd() throws Exception {
    Path large = manySites(6_000, 1);
    List<String> command = command(List.of("-Xmx256m"), "build", large.toString(), index());
    Path err = temp.resolve("err.txt");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    Path generations = Path.of(index()).resolve("generations");
    while (process.isAlive() && !(Files.isDirectory(generations) && hasChild(generations))) {
      Thread.sleep(20);
    }

    process.destroy();
    int code = process.waitFor();

    assertThat(code).as(Files.readString(err)).isEqualTo(143);
    assertThat(hasChild(generations)).isFalse();
    assertThat(Files.readString(err)).contains("stopped, nothing was published");
  }

  private static boolean hasChild(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isPresent();
    }
  }

  /** What a process left. */
  private record Outcome(int code, String err) {

    /** The lines that are no progress. */
    List<String> errorLines() {
      return err.lines().filter(line -> !line.matches("\\d+:\\d\\d:\\d\\d \\[.*")).toList();
    }
  }

  private Outcome run(List<String> shell, String... arguments) throws Exception {
    return run(List.of("-Xmx256m"), shell, arguments);
  }

  private Outcome run(List<String> options, List<String> shell, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(shell);
    command.addAll(command(options, arguments));
    Path err = temp.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(err.toFile())
            .redirectOutput(temp.resolve("out.txt").toFile())
            .start();
    int code = process.waitFor();
    return new Outcome(code, Files.readString(err));
  }

  private static List<String> command(List<String> options, String... arguments) {
    return ChildJvm.command(options, StudyAtlas.class.getName(), List.of(arguments));
  }

  private static List<String> unlimited() {
    return List.of();
  }

  /** In blocks of 512 bytes, by POSIX. */
  private static List<String> fileSizeLimit(int blocks) {
    return List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh");
  }

  private Path manySites(int studies, int sitesEach) throws IOException {
    StudyZip zip = new StudyZip();
    for (int i = 1; i <= studies; i++) {
      StudyFixture study = StudyZip.study(i, "2026-08-13");
      for (int site = 0; site < sitesEach; site++) {
        study.site(Map.of("city", "Toronto", "country", "Canada", "zip", "M5G"));
      }
      zip.add(study);
    }
    return zip.write(temp.resolve("large.zip"));
  }

  private Path hugeRecords() throws IOException {
    String words = "word ".repeat(400_000);
    StudyZip zip = new StudyZip();
    for (int i = 1; i <= 16; i++) {
      StudyFixture study = StudyZip.study(i, "2026-08-13");
      for (int site = 0; site < 12; site++) {
        study.site(Map.of("city", "Toronto", "facility", words));
      }
      zip.add(study);
    }
    return zip.write(temp.resolve("huge.zip"));
  }

  private String index() {
    return temp.resolve("index").toString();
  }

  private void assertOldIndexServes() throws IOException {
    Generation current = new IndexDirectory(Path.of(index())).findCurrent().orElseThrow();
    assertThat(current.manifest().counts().indexed()).isEqualTo(5);
    assertThat(IndexVerifier.verify(current, Depth.DEEP).differences()).isEmpty();
    try (Stream<Path> generations = Files.list(current.path().resolveSibling(""))) {
      assertThat(generations).hasSize(1);
    }
  }
}
