package org.studyatlas.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;

class SampleRegistryTest {

  private static final SampleOptions OPTIONS = SampleOptions.of(300, 7).withThreads(2);
  private static final World WORLD = World.read();
  private static final SampleRegistry REGISTRY = new SampleRegistry(OPTIONS, WORLD);

  @TempDir Path dir;

  private static byte[] zip(SampleOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // Reads the world anew, so that its tables are part of what is compared.
    new SampleRegistry(options).writeZip(out, SampleProgress.SILENT);
    return out.toByteArray();
  }

  @Test
  void zipIsTheSameWithOneAndWithFourThreads() throws IOException {
    assertThat(zip(OPTIONS.withThreads(1))).isEqualTo(zip(OPTIONS.withThreads(4)));
  }

  @Test
  void zipIsTheSameInAnotherLocaleAndTimeZone() throws IOException {
    byte[] here = zip(OPTIONS);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      assertThat(zip(OPTIONS)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anotherSeedGivesOtherStudies() {
    SampleRegistry other = new SampleRegistry(SampleOptions.of(300, 8), WORLD);
    for (int i = 0; i < 20; i++) {
      assertThat(other.study(i)).isNotEqualTo(REGISTRY.study(i));
    }
  }

  @Test
  void zipHasTheLayoutOfTheOfficialDownload() throws IOException {
    Path file = dir.resolve("ctg-studies.json.zip");
    REGISTRY.writeZip(file, SampleProgress.SILENT);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      assertThat(entries).hasSize(300);
      for (int i = 0; i < entries.size(); i++) {
        ZipEntry entry = entries.get(i);
        String id = REGISTRY.id(i).toString();
        assertThat(entry.getName()).isEqualTo(id.substring(9) + "/" + id + ".json");
        assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(REGISTRY.study(i));
      }
    }
    assertThat(dir).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void studiesAreInNoOrder() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      numbers.add(REGISTRY.id(i).number());
    }
    assertThat(numbers).isNotEqualTo(numbers.stream().sorted().toList());
  }

  @Test
  void duplicatesComeAgainUnderTheFlatNameWithTheSameBytes() throws IOException {
    SampleOptions options = OPTIONS.withDuplicates(5);
    SampleRegistry registry = new SampleRegistry(options, WORLD);
    assertThat(registry.entries()).isEqualTo(305);
    Path file = dir.resolve("twice.zip");
    registry.writeZip(file, SampleProgress.SILENT);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> flat =
          Collections.list(zip.entries()).stream()
              .filter(entry -> !entry.getName().contains("/"))
              .toList();
      assertThat(flat).hasSize(5).doesNotHaveDuplicates();
      for (ZipEntry entry : flat) {
        ZipEntry first = zip.getEntry(entry.getName().substring(9, 11) + "/" + entry.getName());
        assertThat(zip.getInputStream(entry).readAllBytes())
            .isEqualTo(zip.getInputStream(first).readAllBytes());
      }
    }
  }

  @Test
  void ndjsonHasAStudyALine() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    REGISTRY.writeNdjson(out, SampleProgress.SILENT);
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
    assertThat(lines).hasSize(300);
    assertThat(lines[17]).isEqualTo(new String(REGISTRY.study(17), StandardCharsets.UTF_8));
  }

  @Test
  void folderHasTheNamesOfTheZip() throws IOException {
    SampleRegistry registry = new SampleRegistry(SampleOptions.of(12, 7).withDuplicates(1), WORLD);
    registry.writeFolder(dir.resolve("studies"), SampleProgress.SILENT);
    String id = registry.id(3).toString();
    assertThat(dir.resolve("studies").resolve(id.substring(9)).resolve(id + ".json"))
        .hasBinaryContent(registry.study(3));
    try (var files = Files.walk(dir.resolve("studies"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(13);
    }
  }

  @Test
  void progressEndsAtAllEntries() throws IOException {
    List<Long> counts = new ArrayList<>();
    REGISTRY.writeNdjson(OutputStream.nullOutputStream(), (entries, bytes) -> counts.add(entries));
    assertThat(counts).isSorted().hasSizeGreaterThan(5).last().isEqualTo(300L);
  }

  @Test
  void aFailedWriteLeavesNoFileBehind() {
    Path file = dir.resolve("failed.zip");
    assertThatThrownBy(
            () ->
                REGISTRY.writeZip(
                    file,
                    (entries, bytes) -> {
                      throw new IllegalStateException("no more");
                    }))
        .hasMessage("no more");
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void noTwoStudiesShareAnId() {
    SampleRegistry registry = new SampleRegistry(SampleOptions.of(200_000, 3), WORLD);
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      numbers.add(registry.id(i).number());
    }
    assertThat(numbers).hasSize(200_000);
  }

  @Test
  void nothingIsSubmittedAfterTheDayOfTheRegistry() {
    LocalDate day = LocalDate.of(2012, 2, 29);
    SampleOptions options = SampleOptions.of(2_000, 1).withDataDate(day);
    Census census = Census.of(new SampleRegistry(options, WORLD), 2_000);
    for (Field field : FieldCatalogue.standard().fields()) {
      boolean exact = field.type().equals("NormalizedDate") || field.type().startsWith("DateTime");
      if (field.kind() == FieldKind.DATE && exact) {
        assertThat(census.values(field.path()).keySet())
            .as(field.path())
            .allMatch(date -> !LocalDate.parse(date.substring(0, 10)).isAfter(day));
      }
    }
  }

  @Test
  void optionsOutOfRangeAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleOptions.of(0, 1))
        .withMessage("studies must be 1 to 20000000, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withDuplicates(151))
        .withMessageContaining("duplicates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withCompression(10))
        .withMessageContaining("compression");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REGISTRY.study(300))
        .withMessage("position must be 0 to 299, got 300");
  }
}
