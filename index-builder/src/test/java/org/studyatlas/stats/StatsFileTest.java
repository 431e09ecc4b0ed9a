package org.studyatlas.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fields.StatsType;

class StatsFileTest {

  @TempDir Path folder;
  private Path path;
  private StatsFile stats;

  @BeforeEach
  void write() throws IOException {
    path =
        StatsRun.in(folder)
            .write(StatsRun.json(study("NCT00000001").conditions("Côte d’Ivoire \"fever\"")));
    stats = StatsFile.open(path);
  }

  @AfterEach
  void close() throws IOException {
    stats.close();
  }

  @Test
  void withoutNamesAndTypesAnswersAbout418Leaves() throws Exception {
    JsonNode all = StatsRun.parse(stats.fieldValues(List.of(), Set.of()));
    assertThat(all).hasSize(418);
    assertThat(all.findValuesAsText("type"))
        .containsOnly("ENUM", "STRING", "DATE", "INTEGER", "BOOLEAN");
    assertThat(all.get(0).get("piece").textValue()).isEqualTo("NCTId");
  }

  @Test
  void answersInTheOrderOfTheDataModelEachFieldOnce() throws Exception {
    StatsAnswer answer =
        stats.fieldValues(List.of("HasResults", "Condition", "Phase", "Condition"), Set.of());
    assertThat(StatsRun.parse(answer).findValuesAsText("piece"))
        .containsExactly("Condition", "Phase", "HasResults");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NCTId", "NCT-ID", "protocolSection.identificationModule.nctId"})
  void findsAFieldByPieceAlternativeNameAndPath(String name) throws Exception {
    JsonNode answer = StatsRun.parse(stats.fieldValues(List.of(name), Set.of()));
    assertThat(answer.findValuesAsText("piece")).containsExactly("NCTId");
  }

  @Test
  void onlyAnswersAboutFieldsOfTheGivenTypes() throws Exception {
    JsonNode types =
        StatsRun.parse(stats.fieldValues(List.of(), Set.of(StatsType.DATE, StatsType.BOOLEAN)));
    assertThat(types).hasSize(29 + 28);
    JsonNode both = StatsRun.parse(stats.fieldValues(List.of("Phase"), Set.of(StatsType.DATE)));
    assertThat(both).isEmpty();
    assertThat(StatsRun.text(stats.fieldValues(List.of(), Set.of(StatsType.NUMBER))))
        .isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BadField", "LocationGeoPoint", "IdentificationModule", "nctid"})
  void refusesWhatIsNoLeafWithStatistics(String name) {
    assertThatThrownBy(() -> stats.fieldValues(List.of("Phase", name), Set.of()))
        .isInstanceOfSatisfying(
            UnknownStatsFieldException.class, e -> assertThat(e.name()).isEqualTo(name));
  }

  @Test
  void answersAboutListsOfStructsAndOfLeaves() throws Exception {
    JsonNode lists = StatsRun.parse(stats.listSizes(List.of("Condition", "Intervention")));
    assertThat(lists.findValuesAsText("piece")).containsExactly("Condition", "Intervention");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BadField", "BriefTitle", "LocationGeoPoint", "NumLocationContacts"})
  void refusesSizesOfWhatIsNoList(String name) {
    assertThatThrownBy(() -> stats.listSizes(List.of(name)))
        .isInstanceOfSatisfying(
            UnknownStatsFieldException.class, e -> assertThat(e.name()).isEqualTo(name));
  }

  @Test
  void tellsTheLengthOfAnAnswerBeforehand() throws Exception {
    List<StatsAnswer> answers = new ArrayList<>();
    answers.add(stats.studySizes());
    answers.add(stats.fieldValues(List.of(), Set.of()));
    answers.add(stats.fieldValues(List.of("Condition"), Set.of()));
    answers.add(stats.fieldValues(List.of(), Set.of(StatsType.NUMBER)));
    answers.add(stats.listSizes(List.of()));
    for (StatsAnswer answer : answers) {
      byte[] bytes = StatsRun.text(answer).getBytes(StandardCharsets.UTF_8);
      assertThat(answer.length()).isEqualTo(bytes.length);
    }
  }

  @Test
  void copiesTextsAsTheyAre() throws Exception {
    assertThat(StatsRun.values(path, "Condition").get("longest").get("value").textValue())
        .isEqualTo("Côte d’Ivoire \"fever\"");
  }

  @Test
  void theFileIsOneJsonObject() throws Exception {
    JsonNode file = new ObjectMapper().readTree(path.toFile());
    assertThat(file.get("values")).hasSize(418);
    assertThat(file.get("size").get("totalStudies").intValue()).isEqualTo(1);
    assertThat(stats.totalStudies()).isEqualTo(1);
  }

  @Test
  void namesTheAnswersThatAnotherFileGivesDifferently() throws Exception {
    Path other = folder.resolve("other");
    Files.createDirectory(other);
    Path changed =
        StatsRun.in(other)
            .write(StatsRun.json(study("NCT00000001").conditions("Côte d’Ivoire \"Fever\"")));
    try (StatsFile same = StatsFile.open(path);
        StatsFile different = StatsFile.open(changed)) {
      assertThat(stats.listDifferences(same)).isEmpty();
      assertThat(stats.listDifferences(different)).containsExactly("values of Condition");
    }
  }

  @Test
  void anInterruptedReaderDisturbsNobody() throws Exception {
    Thread.currentThread().interrupt();
    StatsRun.text(stats.studySizes());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(StatsRun.parse(stats.fieldValues(List.of(), Set.of()))).hasSize(418);
  }

  @Test
  void refusesADamagedFileWithAdvice() throws Exception {
    byte[] bytes = Files.readAllBytes(path);
    Path half = folder.resolve("half.json");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> StatsFile.open(half))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(half.toString())
        .hasMessageContaining("build the index again");
    Files.writeString(half, "{\"sizes\":[]}");
    assertThatThrownBy(() -> StatsFile.open(half)).hasMessageContaining("expected 'size'");
    assertThatThrownBy(() -> StatsFile.open(folder.resolve("none.json")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
