package org.studyatlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

class SharedBehaviourTest {

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            study("NCT00000001"),
            study("NCT00000002").with("ballast", "word ".repeat(20_000)));
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api//v2//version",
        "//api/v2/version",
        "/api/v2/version/",
        "http://x/api/v2/version",
      })
  void oddPathsThatRealClientsSendAreServed(String target) {
    assertThat(server.raw(target)).startsWith("HTTP/1.1 200").contains("apiVersion");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AREA[Phase](PHASE2|PHASE3)",
        "distance(42.36,-71.06,50mi)",
        "\"quoted\"<>{}^`\\",
        "100%",
        "%zz%4",
        "C\u00c3\u00b4te",
        "a;b",
        "a#b",
      })
  void rawCharactersInTheRequestLineReachTheParameters(String value) {
    String answer = server.raw("/api/v2/studies/NCT00000001?format=" + value);
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .endsWith("Invalid value in parameter `format`: `" + value + "`");
  }

  @Test
  void aRequestLineOf64KilobytesIsServed() {
    String long64k = "x".repeat(65_536);
    assertThat(server.raw("/api/v2/version?" + long64k + "=1"))
        .startsWith("HTTP/1.1 400")
        .endsWith("`" + long64k + "` is unknown parameter");
  }

  @Test
  void aRequestLineBeyondTheLimitIsRefused() {
    assertThat(server.raw("/api/v2/version?" + "x".repeat(200_000) + "=1"))
        .startsWith("HTTP/1.0 413");
  }

  @Test
  void everyOriginMayReadTheAnswers() {
    for (String path : new String[] {"/api/v2/version", "/api/v2/nothing", "/", "/health"}) {
      HttpResponse<String> answer = server.get(path, "Origin", "https://example.org");
      assertThat(answer.headers().allValues("access-control-allow-origin"))
          .as(path)
          .containsExactly("*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/api/oas/v2",
        "/api/v2/nothing",
        "/api/v2/studies?fields=NCTId",
        "/api/v2/studies?format=csv&countTotal=true",
        "/api/v2/studies/NCT00000001",
        "/api/v2/studies/NCT00000001?format=ris",
        "/api/v2/studies/metadata",
        "/api/v2/stats/size",
      })
  void headTellsTheHeadersOfGet(String path) {
    HttpResponse<String> head = server.send("HEAD", path);
    assertThat(head.body()).isEmpty();
    assertThat(headers(head)).isEqualTo(headers(server.get(path)));
  }

  @ParameterizedTest
  @CsvSource({
    "/docs/search-api.md, text/plain; charset=UTF-8",
    "/assets/atlas.css, text/css; charset=UTF-8",
    "/health, application/json",
    "/prometheus, text/plain; version=0.0.4",
  })
  void theFrameworksOwnAnswersSayWhatTheyAre(String path, String type) {
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<String> answer = server.send(method, path);
      assertThat(answer.headers().allValues("content-type")).as(method).containsExactly(type);
    }
  }

  private static Map<String, List<String>> headers(HttpResponse<?> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  @Test
  void healthTellsOfTheIndexAndNothingOfTheFramework() throws IOException {
    JsonNode details = new ObjectMapper().readTree(server.get("/health").body()).get("details");
    assertThat(details.fieldNames()).toIterable().containsOnly("index", "gracefulShutdown");
  }

  @Test
  void preflightAndPlainOptionsAreAnswered() {
    HttpResponse<String> answer =
        server.send(
            "OPTIONS",
            "/api/v2/studies/NCT00000001",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "x-thing");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS");
    assertThat(answer.headers().firstValue("access-control-allow-headers")).hasValue("x-thing");
    assertThat(answer.headers().allValues("access-control-allow-origin")).containsExactly("*");
    assertThat(server.send("OPTIONS", "/nothing").statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({"/search, true", "/sites, false", "/api/v2/studies, false"})
  void tellsWhichPathsArePostedTo(String path, boolean posted) {
    String methods = posted ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
    HttpResponse<String> options = server.send("OPTIONS", path);
    assertThat(options.headers().firstValue("allow")).hasValue(methods);
    assertThat(options.headers().firstValue("access-control-allow-methods")).hasValue(methods);
    HttpResponse<String> put = server.send("PUT", path);
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(put.headers().firstValue("allow")).hasValue(methods);
  }

  @Test
  void theDropInFaceTellsErrorsAsText() {
    HttpResponse<String> missing = server.get("/api/v2/nothing/here");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("content-type")).hasValue("text/plain; charset=UTF-8");
    assertThat(missing.body()).isEqualTo("no such path: /api/v2/nothing/here");
    HttpResponse<String> post = server.send("POST", "/api/v2/version");
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.body()).isEqualTo("method POST is not allowed here");
    assertThat(post.headers().firstValue("allow").orElse("")).contains("GET");
  }

  @Test
  void theNativeFaceTellsErrorsAsProblems() throws IOException {
    HttpResponse<String> missing = server.get("/nothing?x=1", "Accept", "text/html");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(missing.body());
    assertThat(problem.get("type").asText()).isEqualTo("urn:studyatlas:problem:not-found");
    assertThat(problem.get("title").asText()).isEqualTo("Not Found");
    assertThat(problem.get("status").asInt()).isEqualTo(404);
    assertThat(problem.get("code").asText()).isEqualTo("not-found");
    assertThat(problem.get("detail").asText()).isEqualTo("no such path: /nothing");
    assertThat(problem.has("parameter")).isFalse();
  }
}
