package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a build fails, the generation in service stays and nothing else is left. */
class FailedBuildTest {

  @TempDir Path temp;
  private Path good = Path.of("");

  @BeforeEach
  void putAnIndexInService() throws IOException {
    good = StudyZip.ofStudies(30).write(temp.resolve("good.zip"));
    Builds.publish(Builds.options(good, index()));
  }

  @ParameterizedTest
  @EnumSource(BuildPhase.class)
  void leavesTheOldIndexWhenAPhaseFails(BuildPhase failing) throws IOException {
    BuildListener broken =
        new BuildListener() {
          @Override
          public void phaseStarted(BuildPhase phase) {
            if (phase == failing) {
              throw new IllegalStateException("broken " + phase.text());
            }
          }
        };

    assertThatThrownBy(() -> IndexBuild.run(options(good), InputStream.nullInputStream(), broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken " + failing.text());

    assertOnlyTheOldIndexIsThere();
  }

  @Test
  void refusesAZipThatIsCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(good);
    Path cut = temp.resolve("cut.zip");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> Builds.run(options(cut)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cut.zip");

    assertOnlyTheOldIndexIsThere();
  }

  /** Whatever is wrong, and however many records were read before it came to light. */
  @ParameterizedTest
  @ValueSource(strings = {"cut array", "cut line", "cut gzip", "wrong checksum", "garbage behind"})
  void refusesATextThatIsDamagedFarFromItsBeginning(String damage) throws IOException {
    String line = StudyZip.study(1, "2026-08-13").text();
    byte[] lines = ((line + "\n").repeat(2000)).getBytes(StandardCharsets.UTF_8);
    byte[] gzip = gzip(lines);
    byte[] wrong = gzip.clone();
    wrong[gzip.length - 8] ^= 1;
    byte[] bytes =
        switch (damage) {
          case "cut array" ->
              ("[" + (line + ",").repeat(2000) + "{\"x\":").getBytes(StandardCharsets.UTF_8);
          case "cut line" -> Arrays.copyOf(lines, lines.length - line.length() / 2);
          case "cut gzip" -> Arrays.copyOf(gzip, gzip.length - 20);
          case "wrong checksum" -> wrong;
          default ->
              (new String(gzip, StandardCharsets.ISO_8859_1) + "garbage")
                  .getBytes(StandardCharsets.ISO_8859_1);
        };
    Path source = Files.write(temp.resolve("damaged.json"), bytes);

    assertThatThrownBy(() -> Builds.run(options(source)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("damaged.json");

    assertOnlyTheOldIndexIsThere();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void rejectsDamagedEntriesAndCountsThem() throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    for (int i = 60; i < bytes.length / 2; i += 977) {
      bytes[i] ^= 0x55;
    }
    Path damaged = temp.resolve("damaged.zip");
    Files.write(damaged, bytes);

    BuildResult result = Builds.run(options(damaged));

    assertThat(result).isInstanceOf(BuildResult.TooManyRejected.class);
    assertThat(result.report().counts().rejected()).isPositive();
    assertThat(result.report().counts().read()).isEqualTo(30);
    assertThat(result.report().problems().rejectedIds()).isNotEmpty();
    assertOnlyTheOldIndexIsThere();
  }

  @Test
  void refusesSourcesThatAreMissingEmptyOrNoStudies() throws IOException {
    Path empty = Files.createFile(temp.resolve("empty.json"));
    Path emptyZip = new StudyZip().write(temp.resolve("empty.zip"));
    Path missing = temp.resolve("missing.zip");

    for (Path source : List.of(empty, emptyZip, missing)) {
      assertThatThrownBy(() -> Builds.run(options(source)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(source.getFileName().toString());
    }

    assertOnlyTheOldIndexIsThere();
  }

  @Test
  void refusesATargetThatIsAFileOrLiesBehindOne() {
    for (Path target : List.of(good, good.resolve("index"))) {
      assertThatThrownBy(() -> Builds.run(Builds.options(good, target)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(target.toString());
    }
  }

  @Test
  void refusesAFolderThatIsSourceAndTarget() throws IOException {
    Path folder = folderOfStudies();

    for (Path source : List.of(folder, index())) {
      assertThatThrownBy(() -> Builds.run(Builds.options(source, source)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(source.toString());
    }
    assertThatThrownBy(() -> Builds.run(Builds.options(index(), temp.resolve("other"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is an index directory");
    assertThat(Builds.namesIn(folder)).containsExactly("NCT00000001.json");
    assertOnlyTheOldIndexIsThere();
  }

  @Test
  void readsNoIndexThatLiesAmongTheStudies() throws IOException {
    Path folder = folderOfStudies();
    Path index = folder.resolve("index");

    for (int build = 1; build <= 2; build++) {
      BuildReport report = Builds.publish(Builds.options(folder, index)).report();

      assertThat(report.counts().read()).isEqualTo(1);
      assertThat(report.counts().indexed()).isEqualTo(1);
    }
    Builds.requireSound(index);
  }

  private Path folderOfStudies() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("studies"));
    Files.write(folder.resolve("NCT00000001.json"), StudyZip.study(1, "2026-08-13").json());
    return folder;
  }

  @Test
  void refusesASecondBuildInTheSameDirectory() throws IOException {
    AtomicReference<Throwable> second = new AtomicReference<>();
    BuildListener listener =
        new BuildListener() {
          @Override
          public void planned(BuildPlan plan, BuildProgress progress) {
            try {
              Builds.run(options(good));
            } catch (IOException e) {
              second.set(e);
            }
          }
        };

    IndexBuild.run(options(good), InputStream.nullInputStream(), listener);

    assertThat(second.get()).hasMessageStartingWith("another build is writing to " + index());
    assertThat(Builds.requireSound(index()).name()).isEqualTo("2026-08-13-2");
  }

  @Test
  void removesWhatKilledBuildsLeft() throws IOException {
    Path building = index().resolve("generations/.building-99999");
    Files.createDirectories(building.resolve("lucene"));
    Files.writeString(building.resolve("lucene/_0.cfs"), "half");
    Files.createDirectories(index().resolve("generations/.removing-2020-01-01-1"));
    Files.writeString(index().resolve(".CURRENT.new"), "2026");

    Builds.publish(options(good));

    assertThat(Builds.namesIn(index())).containsExactly("CURRENT", "build.lock", "generations");
    assertThat(Builds.namesIn(index().resolve("generations")))
        .containsExactly("2026-08-13-1", "2026-08-13-2");
  }

  private BuildOptions options(Path source) {
    return Builds.options(source, index());
  }

  private Path index() {
    return temp.resolve("index");
  }

  private void assertOnlyTheOldIndexIsThere() throws IOException {
    assertThat(Builds.requireSound(index()).name()).isEqualTo("2026-08-13-1");
    assertThat(Builds.namesIn(index())).containsExactly("CURRENT", "build.lock", "generations");
    assertThat(Builds.namesIn(index().resolve("generations"))).containsExactly("2026-08-13-1");
  }
}
