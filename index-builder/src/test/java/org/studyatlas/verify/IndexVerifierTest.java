package org.studyatlas.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.studyatlas.build.BuildListener;
import org.studyatlas.build.BuildOptions;
import org.studyatlas.build.BuildResult;
import org.studyatlas.build.IndexBuild;
import org.studyatlas.build.StudyZip;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IncompatibleIndexException;

class IndexVerifierTest {

  @TempDir Path temp;
  private Generation generation = new Generation(Path.of(""));

  @BeforeEach
  void build() throws IOException {
    Path zip = StudyZip.ofStudies(20).write(temp.resolve("studies.zip"));
    BuildOptions options = BuildOptions.of(List.of(zip.toString()), temp.resolve("index"));
    BuildResult result = IndexBuild.run(options, InputStream.nullInputStream(), BuildListener.NONE);
    generation = ((BuildResult.Published) result).generation();
  }

  @ParameterizedTest
  @EnumSource(Depth.class)
  void findsASoundGenerationSound(Depth depth) throws IOException {
    Verification found = IndexVerifier.verify(generation, depth);

    assertThat(found.differences()).isEmpty();
    assertThat(found.sound()).isTrue();
    assertThat(found.studies()).isEqualTo(20);
    assertThat(found.sites()).isEqualTo(40);
    assertThat(found.recordsRead()).isEqualTo(20);
  }

  @Test
  void changesNothing() throws IOException {
    List<String> before = files();

    IndexVerifier.verify(generation, Depth.DEEP);

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void findsAFlippedByteInEveryFileOfTheLuceneIndex() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(generation.lucene())) {
      files = list.toList();
    }
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      flip(file, whole.length / 2);

      assertThat(IndexVerifier.verify(generation, Depth.QUICK).sound()).as("%s", file).isFalse();

      Files.write(file, whole);
    }
    assertThat(IndexVerifier.verify(generation, Depth.QUICK).sound()).isTrue();
  }

  @Test
  void findsAFlippedByteInEveryFileOfTheIndexOfNames() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(generation.names())) {
      files = list.filter(f -> f.toFile().length() > 0).toList();
    }
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      flip(file, whole.length / 2);

      assertThat(IndexVerifier.verify(generation, Depth.QUICK).sound()).as("%s", file).isFalse();

      Files.write(file, whole);
    }
    assertThat(IndexVerifier.verify(generation, Depth.QUICK).sound()).isTrue();
  }

  @Test
  void findsAnIndexOfNamesThatBelongsToAnotherIndex() throws IOException {
    Path zip = StudyZip.ofStudies(3).write(temp.resolve("other.zip"));
    BuildOptions options = BuildOptions.of(List.of(zip.toString()), temp.resolve("other"));
    BuildResult other = IndexBuild.run(options, InputStream.nullInputStream(), BuildListener.NONE);
    replaceFolder(((BuildResult.Published) other).generation().names(), generation.names());

    assertThat(whats()).containsExactly("sites read for names");
  }

  @Test
  void findsAMissingIndexOfNames() throws IOException {
    replaceFolder(Files.createDirectory(temp.resolve("empty")), generation.names());

    assertThat(whats()).contains("index of names");
  }

  private static void replaceFolder(Path source, Path target) throws IOException {
    try (Stream<Path> old = Files.list(target)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void findsAMissingFile() throws IOException {
    try (Stream<Path> list = Files.list(generation.lucene())) {
      Files.delete(list.filter(f -> f.toString().endsWith(".tim")).findFirst().orElseThrow());
    }

    assertThat(IndexVerifier.verify(generation, Depth.QUICK).sound()).isFalse();
  }

  @Test
  void findsAFlippedByteInARecord() throws IOException {
    flip(generation.records(), (int) Files.size(generation.records()) / 2);

    Verification found = IndexVerifier.verify(generation, Depth.DEEP);

    assertThat(found.differences()).hasSize(1);
    assertThat(found.differences().getFirst().what()).matches("record of NCT\\d{8}");
    assertThat(found.recordsRead()).isEqualTo(19);
  }

  @Test
  void findsARecordStoreThatIsTooShortOrTooLong() throws IOException {
    byte[] whole = Files.readAllBytes(generation.records());
    Files.write(generation.records(), new byte[] {0}, StandardOpenOption.APPEND);
    assertThat(whats()).containsExactly("bytes of records.bin");

    Files.write(generation.records(), java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThat(whats()).contains("bytes of records.bin");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"indexed\" : 20', '\"indexed\" : 21', studies in the index",
    "'\"sites\" : 40', '\"sites\" : 39', sites in the index",
    "'\"sitesWithPoint\" : 20', '\"sitesWithPoint\" : 40', sites with coordinates",
    "'\"read\" : 20', '\"read\" : 22', records read = indexed + rejected + duplicates",
    "'\"digest\" : \"', '\"digest\" : \"0', digest of the records",
    "'T00:00', 'T00:01', data timestamp in the manifest",
    "'\"sourceSha256\" : \"', '\"sourceSha256\" : \"0', source in the manifest",
    "'\"sourceName\" : \"', '\"sourceName\" : \"x', source in the manifest",
  })
  void findsAManifestThatTellsOtherwise(String text, String replacement, String what)
      throws IOException {
    String manifest = Files.readString(generation.manifestFile());
    assertThat(manifest).contains(text);
    Files.writeString(generation.manifestFile(), manifest.replace(text, replacement));

    assertThat(whats()).contains(what);
  }

  @Test
  void findsAReportThatIsMissingDamagedOrOfAnotherBuild() throws IOException {
    String report = Files.readString(generation.report());
    Files.writeString(generation.report(), report.replace("\"read\" : 20", "\"read\" : 21"));
    assertThat(whats()).containsExactly("counts in the manifest");

    Files.writeString(generation.report(), report.substring(0, 100));
    assertThat(IndexVerifier.verify(generation, Depth.QUICK).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.what()).isEqualTo("report");
              assertThat(difference.found())
                  .startsWith("report " + generation.report() + " is damaged (")
                  .endsWith("; build the index again");
            });

    Files.delete(generation.report());
    assertThat(whats()).containsExactly("report");
  }

  @Test
  void takesWhatItMayNotReadForNoDamage() throws IOException {
    Files.setPosixFilePermissions(generation.records(), Set.of());
    Assumptions.assumeFalse(Files.isReadable(generation.records()), "the super-user reads all");

    assertThatThrownBy(() -> IndexVerifier.verify(generation, Depth.QUICK))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("records.bin");
  }

  @Test
  void findsMissingStatistics() throws IOException {
    Files.delete(generation.stats());

    assertThat(whats()).containsExactly("statistics");
  }

  @Test
  void findsStatisticsOfAnotherNumberOfStudies() throws IOException {
    String stats = Files.readString(generation.stats());
    Files.writeString(
        generation.stats(), stats.replace("\"totalStudies\":20", "\"totalStudies\":21"));

    assertThat(whats()).containsExactly("studies in the statistics");
  }

  @Test
  void findsStatisticsThatAreNotThoseOfTheRecords() throws IOException {
    String stats = Files.readString(generation.stats());
    String changed =
        stats.replaceFirst("(\"piece\":\"OverallStatus\".*?studiesCount\":)(\\d+)", "$199");
    assertThat(changed).isNotEqualTo(stats);
    Files.writeString(generation.stats(), changed);

    assertThat(IndexVerifier.verify(generation, Depth.QUICK).sound()).isTrue();
    assertThat(IndexVerifier.verify(generation, Depth.DEEP).differences())
        .extracting(Difference::what)
        .containsExactly("statistics: values of OverallStatus");
  }

  @Test
  void findsADamagedManifest() throws IOException {
    Files.writeString(generation.manifestFile(), "{");

    assertThat(whats()).containsExactly("generation " + generation.name());
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    String manifest = Files.readString(generation.manifestFile());
    Files.writeString(
        generation.manifestFile(),
        manifest.replaceFirst("\"formatVersion\" : \\d+", "\"formatVersion\" : 99"));

    assertThatThrownBy(() -> IndexVerifier.verify(generation, Depth.QUICK))
        .isInstanceOf(IncompatibleIndexException.class);
  }

  private List<String> whats() throws IOException {
    return IndexVerifier.verify(generation, Depth.QUICK).differences().stream()
        .map(Difference::what)
        .toList();
  }

  private static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(generation.path())) {
      return walk.filter(Files::isRegularFile).sorted().map(IndexVerifierTest::state).toList();
    }
  }

  private static String state(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
