package org.studyatlas.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;
import static org.studyatlas.stats.StatsRun.json;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;

class StatsCollectorTest {

  private static final String DESIGN = "protocolSection.designModule.";
  private static final String START = "protocolSection.statusModule.startDateStruct.date";

  @TempDir Path folder;

  @Test
  void listsAllConstantsOfAnEnumMostFrequentFirstThenByName() throws Exception {
    Path stats =
        write(
            study("NCT00000001").with(DESIGN + "phases", List.of("PHASE2", "PHASE3")),
            study("NCT00000002").with(DESIGN + "phases", List.of("PHASE2", "PHASE2")),
            study("NCT00000003").with(DESIGN + "phases", List.of("NA")),
            study("NCT00000004"));
    assertThat(StatsRun.valuesText(stats, "Phase"))
        .isEqualTo(
            "[{\"type\":\"ENUM\",\"piece\":\"Phase\",\"field\":\"protocolSection.designModule.phases\","
                + "\"missingStudiesCount\":1,\"uniqueValuesCount\":3,\"topValues\":["
                + "{\"value\":\"PHASE2\",\"studiesCount\":2},{\"value\":\"NA\",\"studiesCount\":1},"
                + "{\"value\":\"PHASE3\",\"studiesCount\":1}]}]");
  }

  @Test
  void listsTextsWithTheLongestAndCountsStudiesNotOccurrences() throws Exception {
    Path stats =
        write(
            study("NCT00000003").conditions("Stroke", "Stroke", "Ébola"),
            study("NCT00000001").conditions("Asthma", "Stroke"),
            study("NCT00000002").conditions("Zoster"),
            study("NCT00000004"));
    assertThat(StatsRun.valuesText(stats, "Condition"))
        .isEqualTo(
            "[{\"type\":\"STRING\",\"piece\":\"Condition\","
                + "\"field\":\"protocolSection.conditionsModule.conditions\","
                + "\"missingStudiesCount\":1,"
                + "\"longest\":{\"value\":\"Asthma\",\"length\":6,\"nctId\":\"NCT00000001\"},"
                + "\"uniqueValuesCount\":4,\"topValues\":["
                + "{\"value\":\"Stroke\",\"studiesCount\":2},{\"value\":\"Asthma\",\"studiesCount\":1},"
                + "{\"value\":\"Zoster\",\"studiesCount\":1},{\"value\":\"Ébola\",\"studiesCount\":1}]}]");
  }

  @Test
  void tellsTheLeastTheGreatestAndTheMeanOfAllNumbers() throws Exception {
    Path stats =
        write(
            study("NCT00000001").with(DESIGN + "enrollmentInfo.count", 10),
            study("NCT00000002").with(DESIGN + "enrollmentInfo.count", 188_814_085),
            study("NCT00000003").with(DESIGN + "enrollmentInfo.count", -1),
            study("NCT00000004").with(DESIGN + "enrollmentInfo.count", "many"));
    assertThat(StatsRun.valuesText(stats, "EnrollmentCount"))
        .isEqualTo(
            "[{\"type\":\"INTEGER\",\"piece\":\"EnrollmentCount\","
                + "\"field\":\"protocolSection.designModule.enrollmentInfo.count\","
                + "\"missingStudiesCount\":1,\"min\":-1,\"max\":188814085,"
                + "\"avg\":6.2938031333333336E7}]");
  }

  @Test
  void addsNumbersThatAreTooLargeForALong() throws Exception {
    Path stats =
        write(
            study("NCT00000001").with(DESIGN + "enrollmentInfo.count", Long.MAX_VALUE),
            study("NCT00000002").with(DESIGN + "enrollmentInfo.count", Long.MAX_VALUE));
    assertThat(StatsRun.values(stats, "EnrollmentCount").get("avg").doubleValue())
        .isEqualTo((double) Long.MAX_VALUE);
  }

  @Test
  void countsIndexOnlyCounters() throws Exception {
    Path stats =
        write(
            study("NCT00000001").conditions("a", "b"),
            study("NCT00000002").conditions("c"),
            study("NCT00000003"));
    assertThat(StatsRun.valuesText(stats, "NumConditions"))
        .endsWith("\"missingStudiesCount\":1,\"min\":1,\"max\":2,\"avg\":1.5}]");
  }

  @Test
  void tellsDatesAsTheyAreWrittenAndTheirForms() throws Exception {
    Path stats =
        write(
            study("NCT00000001").with(START, "1900-01"),
            study("NCT00000002").with(START, "1900-01-01"),
            study("NCT00000003").with(START, "2099-01-01"),
            study("NCT00000004").with(START, "soon"));
    assertThat(StatsRun.valuesText(stats, "StartDate"))
        .isEqualTo(
            "[{\"type\":\"DATE\",\"piece\":\"StartDate\",\"field\":\""
                + START
                + "\",\"missingStudiesCount\":1,\"min\":\"1900-01\",\"max\":\"2099-01-01\","
                + "\"formats\":[\"yyyy-MM\",\"yyyy-MM-dd\"]}]");
  }

  @Test
  void countsTrueAndFalse() throws Exception {
    Path stats =
        write(
            study("NCT00000001").with("hasResults", true),
            study("NCT00000002"),
            study("NCT00000003"));
    assertThat(StatsRun.valuesText(stats, "HasResults"))
        .isEqualTo(
            "[{\"type\":\"BOOLEAN\",\"piece\":\"HasResults\",\"field\":\"hasResults\","
                + "\"missingStudiesCount\":0,\"trueCount\":1,\"falseCount\":2}]");
  }

  @Test
  void leavesOutWhatAFieldWithoutValuesDoesNotHave() throws Exception {
    Path stats = write(study("NCT00000001"));
    assertThat(StatsRun.valuesText(stats, "Keyword"))
        .endsWith("\"missingStudiesCount\":1,\"uniqueValuesCount\":0}]");
    assertThat(StatsRun.valuesText(stats, "Phase"))
        .endsWith("\"missingStudiesCount\":1,\"uniqueValuesCount\":0}]");
    assertThat(StatsRun.valuesText(stats, "EnrollmentCount"))
        .endsWith("\"missingStudiesCount\":1}]");
    assertThat(StatsRun.valuesText(stats, "StartDate"))
        .endsWith("\"missingStudiesCount\":1,\"formats\":[]}]");
    assertThat(StatsRun.sizesText(stats, "Phase")).endsWith("\"uniqueSizesCount\":0}]");
  }

  @Test
  void countsTheValuesOfAListOverTheWholeStudy() throws Exception {
    Path stats =
        write(
            study("NCT00000001")
                .site(Map.of("city", "Paris", "country", "France"))
                .site(Map.of("country", "France")),
            study("NCT00000002").site(Map.of("city", "Rome")),
            study("NCT00000003").site(Map.of("city", "Oslo")),
            study("NCT00000004"));
    assertThat(StatsRun.sizesText(stats, "Location"))
        .isEqualTo(
            "[{\"piece\":\"Location\",\"field\":\"protocolSection.contactsLocationsModule.locations\","
                + "\"uniqueSizesCount\":2,\"minSize\":1,\"maxSize\":2,\"topSizes\":["
                + "{\"size\":1,\"studiesCount\":2},{\"size\":2,\"studiesCount\":1}]}]");
    assertThat(StatsRun.sizesText(stats, "LocationCity"))
        .endsWith("\"maxSize\":1,\"topSizes\":[{\"size\":1,\"studiesCount\":3}]}]");
  }

  @Test
  void ofOneStudysRecordsOnlyTheLastCounts() throws Exception {
    StudyFixture old =
        study("NCT00000001").conditions("Old and longest").with(START, "1850-01").status("UNKNOWN");
    StudyFixture newer = study("NCT00000001").conditions("New").with(START, "2020-01-01");
    StudyFixture other = study("NCT00000002").conditions("New");
    List<byte[]> twice = json(old, newer, other);
    byte[] withOld = Files.readAllBytes(StatsRun.in(folder).write(twice));
    byte[] without = Files.readAllBytes(StatsRun.in(folder).write(json(newer, other)));
    assertThat(withOld).isEqualTo(without);
  }

  @Test
  void ofTextsTiedAtTheLast250thPlaceThoseOfTheLeastNctIdsAreListed() throws Exception {
    List<byte[]> studies = new ArrayList<>();
    IntStream.rangeClosed(1, 300)
        .mapToObj(n -> study("NCT%08d".formatted(n)).conditions("%03d".formatted(999 - n)))
        .forEach(study -> studies.add(study.json()));
    studies.add(study("NCT00000400").conditions("often").json());
    studies.add(study("NCT00000401").conditions("often").json());
    Collections.shuffle(studies, new Random(1));
    Path stats = StatsRun.in(folder).write(studies);
    var values = StatsRun.values(stats, "Condition");
    assertThat(values.get("uniqueValuesCount").intValue()).isEqualTo(301);
    assertThat(values.get("topValues")).hasSize(250);
    assertThat(values.get("topValues").get(0).get("value").textValue()).isEqualTo("often");
    assertThat(values.get("topValues").get(1).get("value").textValue()).isEqualTo("750");
    assertThat(values.get("topValues").get(249).get("value").textValue()).isEqualTo("998");
  }

  @Test
  void ofAStudysTextsTiedAtTheLastPlaceTheFirstByValueAreListed() throws Exception {
    String[] texts =
        IntStream.range(0, 600).mapToObj(n -> "%03d".formatted(599 - n)).toArray(String[]::new);
    Path stats = write(study("NCT00000001").conditions(texts));
    var top = StatsRun.values(stats, "Condition").get("topValues");
    assertThat(top).hasSize(250);
    assertThat(top.get(0).get("value").textValue()).isEqualTo("000");
    assertThat(top.get(249).get("value").textValue()).isEqualTo("249");
  }

  @Test
  void tellsTheSizesOfTheRecords() throws Exception {
    StudyFixture[] studies =
        IntStream.rangeClosed(1, 20)
            .mapToObj(n -> study("NCT%08d".formatted(n)).title("x".repeat(100 * n)))
            .toArray(StudyFixture[]::new);
    int base = studies[0].json().length - 100;
    try (StatsFile stats = StatsFile.open(write(studies))) {
      var sizes = StatsRun.parse(stats.studySizes());
      assertThat(sizes.properties().stream().map(Map.Entry::getKey))
          .containsExactly(
              "averageSizeBytes", "largestStudies", "percentiles", "ranges", "totalStudies");
      assertThat(sizes.get("averageSizeBytes").intValue()).isEqualTo(base + 1050);
      assertThat(sizes.get("largestStudies")).hasSize(10);
      assertThat(sizes.get("largestStudies").get(0).toString())
          .isEqualTo("{\"id\":\"NCT00000020\",\"sizeBytes\":%d}".formatted(base + 2000));
      assertThat(sizes.get("percentiles").get("5").intValue()).isEqualTo(base + 100);
      assertThat(sizes.get("percentiles").get("50").intValue()).isEqualTo(base + 1000);
      assertThat(sizes.get("percentiles").get("99").intValue()).isEqualTo(base + 2000);
      assertThat(sizes.get("ranges").get(0).get("sizeRange").textValue()).isEqualTo("0 KB - 1 KB");
      assertThat(
              sizes.get("ranges").findValues("studiesCount").stream().mapToInt(c -> c.intValue()))
          .satisfies(counts -> assertThat(counts.stream().mapToInt(i -> i).sum()).isEqualTo(20));
      assertThat(sizes.get("totalStudies").intValue()).isEqualTo(20);
    }
  }

  @Test
  void anIndexWithoutStudiesHasStatistics() throws Exception {
    try (StatsFile stats = StatsFile.open(write())) {
      assertThat(StatsRun.text(stats.studySizes()))
          .isEqualTo(
              "{\"averageSizeBytes\":0,\"largestStudies\":[],\"percentiles\":{},\"ranges\":[],"
                  + "\"totalStudies\":0}");
    }
  }

  @Test
  void leavesNoTemporaryFiles() throws Exception {
    write(study("NCT00000001"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("records.bin", "stats.json");
    }
  }

  private Path write(StudyFixture... studies) throws Exception {
    return StatsRun.in(folder).write(json(studies));
  }
}
