package org.studyatlas.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fixture.SharedData;

/** Compares with {@link ReferenceStats} over all real studies beside the checkout. */
class RealStudiesStatsTest {

  private static final int FEW = 300;

  private static List<byte[]> records = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void read() throws IOException {
    Path zip = SharedData.require("data/registry-sample.zip");
    records = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".json")) {
          records.add(file.getInputStream(entry).readAllBytes());
        }
      }
    }
    Collections.shuffle(records, new Random(7));
  }

  @Test
  void everyAnswerEqualsTheOneComputedFromPlainJson() throws Exception {
    ReferenceStats reference = new ReferenceStats();
    for (byte[] json : records) {
      reference.add(json);
    }
    Path path = StatsRun.in(folder).threads(4).spillBlock(100).write(records);
    Set<Field> values = new HashSet<>();
    SoftAssertions softly = new SoftAssertions();
    try (StatsFile stats = StatsFile.open(path)) {
      for (Field field : FieldCatalogue.standard().fields()) {
        List<String> name = List.of(field.piece());
        if (field.statsType() != null) {
          values.add(field);
          softly
              .assertThat(StatsRun.text(stats.fieldValues(name, Set.of())))
              .isEqualTo("[" + reference.values(field) + "]");
        }
        if (field.sized()) {
          softly
              .assertThat(StatsRun.text(stats.listSizes(name)))
              .isEqualTo("[" + reference.lists(field) + "]");
        }
      }
      softly
          .assertThat(StatsRun.parse(stats.studySizes()).get("averageSizeBytes").longValue())
          .isEqualTo(
              Math.round(records.stream().mapToInt(json -> json.length).average().orElseThrow()));
    }
    softly.assertThat(values).hasSize(418);
    softly.assertAll();
  }

  @Test
  void neitherThreadsNorOrderNorBlockSizeChangeAByte() throws Exception {
    List<byte[]> few = new ArrayList<>(records.subList(0, FEW));
    byte[] expected = Files.readAllBytes(StatsRun.in(folder).write(few));
    Collections.shuffle(few, new Random(8));
    byte[] actual = Files.readAllBytes(StatsRun.in(folder).threads(4).spillBlock(1).write(few));
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void replacedRecordsLeaveNoTrace() throws Exception {
    List<byte[]> few = records.subList(0, FEW);
    byte[] expected = Files.readAllBytes(StatsRun.in(folder).write(few));
    List<byte[]> withOlder = new ArrayList<>();
    for (int i = 0; i < FEW; i++) {
      withOlder.add(renamed(records.get(FEW + i), id(few.get(i))));
    }
    withOlder.addAll(few);
    byte[] actual = Files.readAllBytes(StatsRun.in(folder).spillBlock(10).write(withOlder));
    assertThat(actual).isEqualTo(expected);
  }

  /** Another study's record under the id of this one. */
  private static byte[] renamed(byte[] json, String id) {
    String text = new String(json, StandardCharsets.UTF_8);
    return text.replace(id(json), id).getBytes(StandardCharsets.UTF_8);
  }

  private static String id(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    int start = text.indexOf("\"nctId\":\"") + "\"nctId\":\"".length();
    return text.substring(start, start + "NCT00000000".length());
  }
}
