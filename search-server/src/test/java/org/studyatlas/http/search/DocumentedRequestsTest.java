package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.micronaut.http.annotation.Controller;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.studyatlas.api.Endpoint;
import org.studyatlas.api.Endpoints;
import org.studyatlas.api.Parameter;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/** What is documented is taken and read, and nothing else is. */
class DocumentedRequestsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STUDY = "NCT00000001";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.studyatlas.http.search");

  /** Parameters that mean nothing alone. */
  private static final Map<String, String> COMPANIONS =
      Map.of("within", "&near=42.36,-71.06", "facetQuery", "&facets=country");

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            study(STUDY).site("Boston", "United States", "RECRUITING", 42.35843, -71.05977),
            study("NCT00000002"));
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> parameters() {
    return Endpoints.ALL.stream()
        .flatMap(
            endpoint ->
                endpoint.parameters().stream()
                    .filter(parameter -> !endpoint.isInPath(parameter))
                    .map(parameter -> Arguments.of(endpoint, parameter)));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void theExampleIsTakenAndToldInTheReceipt(Endpoint endpoint, Parameter parameter)
      throws IOException {
    if (parameter.example().isEmpty()) {
      return;
    }
    String path = address(endpoint, parameter, parameter.example());
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    if (Endpoints.SORTED.contains(parameter)) {
      String last = answer.body().strip().lines().toList().getLast();
      JsonNode receipt = JSON.readTree(last).findValue("receipt");
      assertThat(receipt.get("search").has(parameter.name())).as(path).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void aValueThatIsNotDocumentedIsRefused(Endpoint endpoint, Parameter parameter)
      throws IOException {
    for (String wrong : wrong(parameter)) {
      String path = address(endpoint, parameter, wrong);
      HttpResponse<String> answer = server.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(JSON.readTree(answer.body()).get("parameter").asText())
          .isEqualTo(parameter.name());
    }
  }

  private static List<String> wrong(Parameter parameter) {
    if (parameter instanceof Parameter.Number number) {
      return List.of("x", "" + (number.least() - 1), "" + (number.greatest() + 1));
    }
    if (parameter instanceof Parameter.Text text && text.maxChars() > 0) {
      return List.of("x".repeat(text.maxChars() + 1));
    }
    return parameter.allowed().isEmpty() ? List.of() : List.of("no such word");
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void everyDocumentedWordIsTaken(Endpoint endpoint, Parameter parameter) {
    for (String word : parameter.allowed()) {
      String near = word.startsWith("distance") ? "&near=42.36,-71.06" : "";
      String path = address(endpoint, parameter, word) + near;
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void aMissingParameterIsRefusedIfAndOnlyIfItIsRequired() {
    for (Endpoint endpoint : Endpoints.ALL) {
      boolean needed =
          endpoint.parameters().stream().anyMatch(p -> p.isRequired() && !endpoint.isInPath(p));
      assertThat(server.get(path(endpoint)).statusCode())
          .as(endpoint.path())
          .isEqualTo(needed ? 400 : 200);
    }
  }

  @Test
  void anUnknownParameterIsToldTheDocumentedOnes() throws IOException {
    for (Endpoint endpoint : Endpoints.ALL) {
      JsonNode problem = JSON.readTree(server.get(path(endpoint) + "?zzzzzz=1").body());
      List<String> allowed = new ArrayList<>();
      problem.get("allowed").forEach(name -> allowed.add(name.asText()));
      assertThat(allowed).as(endpoint.path()).isEqualTo(endpoint.names());
    }
  }

  @Test
  void theExamplesAreAnswered() {
    for (Endpoint endpoint : Endpoints.ALL) {
      assertThat(endpoint.examples()).isNotEmpty();
      for (String query : endpoint.examples()) {
        HttpResponse<String> answer = server.get(path(endpoint) + "?" + query);
        assertThat(answer.statusCode()).as(query + answer.body()).isEqualTo(200);
      }
    }
  }

  @Test
  void everyControllerIsDocumented() {
    List<String> roots =
        CLASSES.stream()
            .filter(type -> type.isAnnotatedWith(Controller.class))
            .map(type -> type.getAnnotationOfType(Controller.class).value())
            .toList();
    List<String> documented = new ArrayList<>(List.of("/openapi.json"));
    Endpoints.ALL.forEach(endpoint -> documented.add(endpoint.path().replaceAll("/\\{.*", "")));
    assertThat(roots).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void valuesAreReadByTheirDefinitionsOnly() {
    ArchRuleDefinition.noClasses()
        .that()
        .doNotBelongToAnyOf(NativeParameters.class)
        .should()
        .callMethod(RequestParameters.class, "find", String.class)
        .because("a parameter that is read by a bare name could be undocumented")
        .check(CLASSES);
  }

  private static String address(Endpoint endpoint, Parameter parameter, String value) {
    String needed = endpoint.path().matches("/places|/suggest") ? "&q=a" : "";
    needed = parameter.name().equals("q") ? "" : needed;
    return path(endpoint)
        + "?"
        + parameter.name()
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8)
        + needed
        + COMPANIONS.getOrDefault(parameter.name(), "")
        + (parameter.name().equals("fields") && value.equals("NCTId") ? "&format=json" : "");
  }

  private static String path(Endpoint endpoint) {
    return endpoint.path().replace("{nctId}", STUDY);
  }
}
