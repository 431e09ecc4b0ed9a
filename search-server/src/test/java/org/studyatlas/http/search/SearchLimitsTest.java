package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/** What is too much for a search, and how that is told. */
class SearchLimitsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder).publish("2026-08-14-1", study("NCT00000001"));
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void listsAndNamesAreBounded() throws IOException {
    String numbers = String.join("|", IntStream.range(0, 1_001).mapToObj(i -> "x" + i).toList());
    for (String query :
        List.of(
            "near=" + "1".repeat(201),
            "condition=" + numbers,
            "facets=city&facetQuery=city:" + "a ".repeat(21))) {
      HttpResponse<String> response = server.get("/search?" + NativeClient.encoded(query));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
      assertThat(JSON.readTree(response.body()).get("detail").asText()).contains("at most");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=asthma&", "/search?", "/sites?", "/export?", "/heatmap?"})
  void anOversizedSearchBlamesWhatIsTooLarge(String path) throws IOException {
    String words = "breast ".repeat(101).strip().replace(' ', '+');
    for (String parameter : List.of("term", "facility")) {
      HttpResponse<String> response = server.get(path + parameter + "=" + words);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
      JsonNode problem = JSON.readTree(response.body());
      assertThat(problem.get("code").asText()).isEqualTo("oversized-query");
      assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "sort", "bbox", "area", "near", "cond", "age", "unknown"})
  void aHugeValueIsToldInPart(String parameter) throws IOException {
    String value = "AREA[" + "x".repeat(1_000_000);
    HttpResponse<String> refused =
        server.post("/search", "{\"" + parameter + "\":\"" + value + "\"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).hasSizeLessThan(5_000).contains("\"" + parameter + "\"");
  }

  @Test
  void aHugeNameIsToldInPart() throws IOException {
    HttpResponse<String> refused = server.post("/search", "{\"" + "x".repeat(1_000_000) + "\":1}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).hasSizeLessThan(5_000);
  }
}
