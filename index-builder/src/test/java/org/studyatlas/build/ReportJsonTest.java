package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.study.NctId;

class ReportJsonTest {

  @TempDir Path temp;

  @Test
  void isKeptInTheGenerationAndCanBeReadByMachines() throws IOException {
    BuildReport report = build();

    JsonNode json =
        new ObjectMapper().readTree(Files.readString(Builds.requireSound(index()).report()));

    assertThat(json.at("/generation").asText()).isEqualTo("2026-08-13-1");
    assertThat(json.at("/counts/read").asInt()).isEqualTo(6);
    assertThat(json.at("/counts/indexed").asInt()).isEqualTo(5);
    assertThat(json.at("/ignored").toString())
        .isEqualTo("{\"count\":1,\"examples\":[\"studies.zip!all.ndjson\"]}");
    assertThat(json.at("/rejected/0/code").asText()).isEqualTo("bad-json");
    assertThat(json.at("/rejected/0/examples/0/nctId").asText()).isEqualTo("NCT00000099");
    assertThat(json.at("/rejected/0/examples/0/path").asText()).startsWith("$.protocolSection");
    assertThat(json.at("/phases").findValuesAsText("phase"))
        .containsExactly("plan", "index", "merge", "verify");
    assertThat(json.at("/recordBytes").asLong()).isEqualTo(report.resources().recordBytes());
    assertThat(json.at("/namesBytes").asLong()).isPositive();
    assertThat(json.at("/statsBytes").asLong())
        .isEqualTo(report.resources().statsBytes())
        .isPositive();
    assertThat(json.at("/statsMillis").asLong()).isEqualTo(report.resources().statsMillis());
    assertThat(json.at("/luceneBytes").asLong()).isPositive();
  }

  @Test
  void tellsTheRejectedIdsWithTheirReasons() throws IOException {
    build();

    assertThat(BuildReport.readRejectedIds(Builds.requireSound(index()).report()))
        .containsOnlyKeys(new NctId(99))
        .containsValue("bad-json");
  }

  /** Empty, a list, cut short, without an id, no text: what cannot tell its id is named by it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takesTheIdOfADamagedRecordFromItsName(boolean inZip) throws IOException {
    List<String> damaged = List.of("", "[]", "{\"protocolSection\":{", "{}", "\u0001\u0080");
    StudyZip zip = StudyZip.ofStudies(5);
    Path folder = Files.createDirectory(temp.resolve("folder"));
    for (int i = 0; i < damaged.size(); i++) {
      String name = "NCT0000010%d.json".formatted(i);
      zip.add(name, damaged.get(i));
      Files.writeString(folder.resolve(name), damaged.get(i));
    }
    Files.write(folder.resolve("NCT00000001.json"), StudyZip.study(1, "2026-08-13").json());
    Path source = inZip ? zip.write(temp.resolve("studies.zip")) : folder;
    BuildOptions options =
        Builds.limit(Builds.options(source, index()), new RejectedLimit.Count(5), false);

    BuildReport.Problems problems = Builds.publish(options).report().problems();

    assertThat(problems.rejectedIds().keySet())
        .extracting(NctId::toString)
        .containsExactly("NCT00000100", "NCT00000101", "NCT00000102", "NCT00000103", "NCT00000104");
    assertThat(problems.rejected())
        .flatExtracting(BuildReport.ProblemCount::examples)
        .allSatisfy(example -> assertThat(example.location()).contains(example.id()))
        .noneSatisfy(example -> assertThat(example.id()).isEmpty());
  }

  private BuildReport build() throws IOException {
    String cut = StudyZip.study(99, "2026-08-13").text();
    Path zip =
        StudyZip.ofStudies(5)
            .add("all.ndjson", "")
            .add("99/NCT00000099.json", cut.substring(0, cut.length() / 2))
            .write(temp.resolve("studies.zip"));
    BuildOptions options =
        Builds.limit(Builds.options(zip, index()), new RejectedLimit.Count(1), false);
    return Builds.publish(options).report();
  }

  private Path index() {
    return temp.resolve("index");
  }
}
