package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.api.SchemaWalk;
import org.studyatlas.facet.Facet;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/**
 * Real answers are as the served document says: each member is documented, each required one is
 * there, and each documented one is in some answer.
 */
class DocumentedAnswersTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NEAR = "near=42.36,-71.06";
  private static final String ALL_FACETS = String.join(",", Facet.parameters());

  private static final List<String> REQUESTS =
      List.of(
          "/search?q=asthma&" + NEAR + "&highlight=true&explain=true&facets=" + ALL_FACETS,
          "/search?near=Boston&within=30mi&pageSize=1",
          "/search?q=---&sort=enrollment&filter=AREA[Phase]PHASE2&fields=NCTId",
          "/search?facets=state,condition&pageSize=0",
          "/search?status=recruting",
          "/search?zz=1",
          "/search?near=Springfield",
          "/sites?q=---&near=Boston&pageSize=1",
          "/sites?q=asthma&" + NEAR,
          "/sites?format=ndjson&" + NEAR,
          "/sites?format=csv",
          "/export?q=asthma",
          "/export?format=json",
          "/export?format=csv",
          "/export?format=ris",
          "/export?format=ids",
          "/heatmap?level=3&bbox=-100,20,-60,50",
          "/heatmap?level=3&bbox=-100,20,-60,50&format=geojson",
          "/places?q=bos",
          "/places?q=springf",
          "/places?q=bostom",
          "/places?q=021",
          "/suggest?q=asthm",
          "/suggest?q=ashtma",
          "/suggest?q=clin",
          "/studies/NCT00000001/why?q=---&cond=asthma&"
              + NEAR
              + "&within=10km&siteStatus=RECRUITING",
          "/studies/NCT00000001/why?" + NEAR + "&within=10km",
          "/studies/NCT00000001/why?cond=asthma+AND+(aspirin+OR+NOT+stroke)",
          "/studies/NCT00009999/why",
          "/studies/x/why");

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            full(),
            study("NCT00000002").conditions("Asthma").site(boston()),
            springfields());
    server = TestServer.over(folder);
  }

  private static StudyFixture full() {
    return study("NCT00000001")
        .title("Aspirin in Asthma")
        .conditions("Asthma")
        .with("protocolSection.designModule.phases", List.of("PHASE2"))
        .with("protocolSection.designModule.studyType", "INTERVENTIONAL")
        .with("protocolSection.designModule.enrollmentInfo.count", 12)
        .with("protocolSection.statusModule.startDateStruct.date", "2024-05-01")
        .with("protocolSection.statusModule.completionDateStruct.date", "2025-05")
        .with(
            "protocolSection.sponsorCollaboratorsModule.leadSponsor",
            Map.of("name", "Asthma Company", "class", "INDUSTRY"))
        .with(
            "protocolSection.armsInterventionsModule.interventions",
            List.of(Map.of("type", "DRUG", "name", "Asthmastop")))
        .site(located())
        .site("Boston", "United Kingdom", "RECRUITING", 52.97633, -0.02664)
        .site("BOSTON", "United States", "RECRUITING", 45.0, -80.0)
        .site(Map.of("city", "Nowhere", "country", "France"));
  }

  /** Two cities of that name, each with a site that lies elsewhere. */
  private static StudyFixture springfields() {
    return study("NCT00000003")
        .site(springfield("Illinois", 39.8, -89.64))
        .site(springfield("Illinois", 39.8, -89.64))
        .site(springfield("Illinois", 20, 20))
        .site(springfield("Massachusetts", 42.1, -72.59))
        .site(springfield("Massachusetts", 42.1, -72.59))
        .site(springfield("Massachusetts", 21, 21));
  }

  private static Map<String, ?> springfield(String state, double lat, double lon) {
    return Map.of(
        "city", "Springfield", "state", state, "country", "United States", "lat", lat, "lon", lon);
  }

  private static Map<String, Object> boston() {
    return new HashMap<>(
        Map.of(
            "facility", "Asthma Clinic",
            "city", "Boston",
            "state", "Massachusetts",
            "country", "United States",
            "zip", "02115",
            "status", "RECRUITING"));
  }

  private static Map<String, Object> located() {
    Map<String, Object> site = boston();
    site.putAll(Map.of("lat", 42.35843, "lon", -71.05977));
    site.put(
        "contacts",
        List.of(
            Map.of(
                "name", "A. Person",
                "role", "CONTACT",
                "phone", "1",
                "phoneExt", "2",
                "email", "a@example.org")));
    return site;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void answersAreAsDocumentedAndAllThatIsDocumentedIsAnswered() throws IOException {
    JsonNode document = JSON.readTree(server.get("/openapi.json").body());
    SchemaWalk walk = new SchemaWalk(document);
    for (String request : REQUESTS) {
      HttpResponse<String> answer = server.get(request.replace("[", "%5B").replace("]", "%5D"));
      JsonNode content = content(document, request, answer);
      String type = type(answer);
      assertThat(content.has(type)).as(request + " is " + type).isTrue();
      JsonNode schema = content.get(type).get("schema");
      assertHeaders(document, request, answer);
      if (schema.has("x-line")) {
        assertLines(walk, schema.get("x-line"), answer.body());
      } else if (schema.has("$ref")) {
        assertThat(walk.faults(name(schema), JSON.readTree(answer.body()))).as(request).isEmpty();
      }
    }
    assertThat(walk.unseen()).allMatch(DocumentedAnswersTest::isEchoOfAParameter);
  }

  /** Every parameter is seen in a receipt by {@link DocumentedRequestsTest}. */
  private static boolean isEchoOfAParameter(String member) {
    return member.matches("(Names)?Receipt\\.search\\..*")
        || Set.of("Place.city", "PlacesAnswer.places.city", "NearPlace.city").contains(member);
  }

  private static JsonNode content(JsonNode document, String request, HttpResponse<String> answer) {
    JsonNode response = operation(document, request).at("/responses/" + answer.statusCode());
    return response.has("$ref")
        ? document.at(response.get("$ref").asText().substring(1)).get("content")
        : response.get("content");
  }

  private static JsonNode operation(JsonNode document, String request) {
    String path = request.replaceAll("\\?.*", "").replaceAll("/studies/\\w+", "/studies/{nctId}");
    return document.get("paths").get(path).get("get");
  }

  private static void assertHeaders(
      JsonNode document, String request, HttpResponse<String> answer) {
    for (String name : answer.headers().map().keySet()) {
      if (name.matches("x-(total|studyatlas)-.*") || name.equals("etag")) {
        assertThat(operation(document, request).at("/responses/200/headers").fieldNames())
            .toIterable()
            .as(request)
            .anyMatch(name::equalsIgnoreCase);
      }
    }
  }

  private static void assertLines(SchemaWalk walk, JsonNode line, String body) throws IOException {
    List<String> lines = body.lines().toList();
    for (String text : lines) {
      JsonNode schema = line.at(text.equals(lines.getLast()) ? "/oneOf/1" : "/oneOf/0");
      assertThat(walk.faults(name(schema), JSON.readTree(text))).isEmpty();
    }
  }

  private static String name(JsonNode reference) {
    return reference.get("$ref").asText().replaceAll(".*/", "");
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("content-type").orElse("").replaceAll(";.*", "");
  }
}
