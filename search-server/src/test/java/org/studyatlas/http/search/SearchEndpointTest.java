package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

class SearchEndpointTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOSTON = "near=42.36,-71.06";

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            study("NCT00000001")
                .title("Aspirin in Asthma")
                .conditions("Asthma")
                .with("protocolSection.designModule.phases", List.of("PHASE2"))
                .with("protocolSection.designModule.enrollmentInfo.count", 99_999_999)
                .site(
                    Map.of(
                        "facility",
                        "Clinic A",
                        "city",
                        "Boston",
                        "state",
                        "Massachusetts",
                        "country",
                        "United States",
                        "status",
                        "RECRUITING",
                        "lat",
                        42.35843,
                        "lon",
                        -71.05977,
                        "contacts",
                        List.of(Map.of("name", "A. Person", "phone", "1"))))
                .site("Worcester", "United States", "RECRUITING", 42.26259, -71.80229)
                .site("Boston", "United States", "COMPLETED", 42.35843, -71.05977),
            study("NCT00000002")
                .title("Asthma in Children")
                .conditions("Asthma", "Allergy")
                .status("COMPLETED")
                .site("Boston", "United States", "COMPLETED", 42.35843, -71.05977)
                .site("Paris", "France", "RECRUITING", 48.85341, 2.3488),
            study("NCT00000003").title("Stroke").conditions("Stroke"));
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesTheMatchingSitesNearestFirst() {
    JsonNode answer = get("q=asthma&" + BOSTON + "&within=100km&siteStatus=RECRUITING");
    assertThat(answer.get("total").asInt()).isEqualTo(1);
    JsonNode hit = answer.at("/hits/0");
    assertThat(hit.get("nctId").asText()).isEqualTo("NCT00000001");
    assertThat(hit.get("matchedSiteCount").asInt()).isEqualTo(2);
    assertThat(hit.at("/matchedSites/0/facility").asText()).isEqualTo("Clinic A");
    assertThat(hit.at("/matchedSites/0/distanceKm").asDouble()).isEqualTo(0.2);
    assertThat(hit.at("/matchedSites/0/contacts/0/name").asText()).isEqualTo("A. Person");
    assertThat(hit.at("/matchedSites/1/city").asText()).isEqualTo("Worcester");
    assertThat(hit.at("/matchedSites/1/distanceKm").asDouble()).isEqualTo(62.0);
    assertThat(hit.at("/matchedSites/1/precision").asText()).isEqualTo("city");
  }

  @Test
  void anUnknownEnrollmentIsAbsent() {
    assertThat(get("q=aspirin").at("/hits/0").has("enrollment")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'' ; NCT00000001 NCT00000002 NCT00000003",
        "q=asthma&sort=nctId ; NCT00000001 NCT00000002",
        "q=children ; NCT00000002",
        "q=--- ; NCT00000001 NCT00000002 NCT00000003",
        "cond=allergy ; NCT00000002",
        "term=stroke AND NOT children ; NCT00000003",
        "id=NCT00000002 NCT00000003&sort=nctId:desc ; NCT00000003 NCT00000002",
        "filter=AREA[Phase]PHASE2 ; NCT00000001",
        "country=USA&sort=nctId ; NCT00000001 NCT00000002",
        "country=fra ; NCT00000002",
        "bbox=2,48,3,49 ; NCT00000002",
        "status=completed ; NCT00000002",
        "status=COMPLETED,RECRUITING ; NCT00000001 NCT00000002 NCT00000003",
        "phase=Phase 2 ; NCT00000001",
        "studyType=OBSERVATIONAL ; ''",
        "near=42.36,-71.06&within=5mi ; NCT00000001 NCT00000002",
        "near=42.36,-71.06&within=5mi&siteStatus=RECRUITING ; NCT00000001",
        "country=France ; NCT00000002",
        "country=France&siteStatus=COMPLETED ; ''",
        "country=France|United States&sort=nctId ; NCT00000001 NCT00000002",
        "city=paris ; NCT00000002",
        "state=massachusetts ; NCT00000001",
        "facility=clinic ; NCT00000001",
        "near=48.85,2.35&siteStatus=RECRUITING ; NCT00000002 NCT00000001",
      })
  void findsWhatTheParametersSay(String query, String ids) {
    List<String> found = new ArrayList<>();
    get(query).get("hits").forEach(hit -> found.add(hit.get("nctId").asText()));
    assertThat(found).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
  }

  @Test
  void countsFacets() {
    JsonNode facets = get("q=asthma&facets=status,country,phase").get("facets");
    assertThat(facets.at("/country/distinct").asInt()).isEqualTo(2);
    assertThat(facets.at("/country/values/0/value").asText()).isEqualTo("United States");
    assertThat(facets.at("/country/values/0/studies").asInt()).isEqualTo(2);
    assertThat(facets.at("/status/values")).hasSize(2);
    assertThat(facets.at("/phase/values/0/value").asText()).isEqualTo("PHASE2");
  }

  @Test
  void pagesWithACursor() {
    JsonNode first = get("pageSize=2");
    assertThat(first.get("hits")).hasSize(2);
    JsonNode second = get("pageSize=2&cursor=" + first.get("nextCursor").asText());
    assertThat(second.at("/hits/0/nctId").asText()).isEqualTo("NCT00000003");
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(second.get("total").asInt()).isEqualTo(3);
  }

  @Test
  void listsNoMoreSitesThanAskedFor() {
    JsonNode hit = get("q=aspirin&" + BOSTON + "&maxSites=1").at("/hits/0");
    assertThat(hit.get("matchedSites")).hasSize(1);
    assertThat(hit.get("matchedSiteCount").asInt()).isEqualTo(3);
  }

  @Test
  void theReceiptNamesTheDataAndTheQuery() {
    JsonNode receipt = get("q=asthma&status=recruiting").get("receipt");
    assertThat(receipt.get("generation").asText()).isEqualTo("2026-08-14-1");
    assertThat(receipt.get("dataTimestamp").asText()).startsWith("2026-08-14");
    assertThat(receipt.get("query").asText()).contains("asthma");
    assertThat(receipt.get("filter").asText()).contains("RECRUITING");
  }

  @Test
  void takesTheSameParametersAsJson() throws IOException {
    HttpResponse<String> posted =
        server.post("/search", "{\"q\":\"asthma\",\"siteStatus\":[\"RECRUITING\"],\"pageSize\":1}");
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
    assertThat(JSON.readTree(posted.body()))
        .isEqualTo(get("q=asthma&siteStatus=RECRUITING&pageSize=1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1] ; body",
        "{\"q\":\"a\" ; body",
        "{\"qq\":1} ; qq",
        "{\"q\":[[1]]} ; body",
        "{\"q\":1,\"q\":2} ; body",
      })
  void refusesABodyThatIsNoObjectOfParameters(String body, String parameter) throws IOException {
    HttpResponse<String> posted = server.post("/search", body);
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(400);
    assertThat(JSON.readTree(posted.body()).get("parameter").asText()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "near=42.36 | near | invalid-point",
        "near=91,0 | near | invalid-point",
        "near=Atlantis | near | unknown-place",
        "near=42.36,-71.06&within=50 | within | invalid-distance",
        "near=42.36,-71.06&within=50kn | within | invalid-distance",
        "within=50km | near | missing-parameter",
        "sort=distance | near | missing-parameter",
        "sort=date | sort | unknown-value",
        "sort=start:up | sort | unknown-value",
        "age=old | age | invalid-age",
        "start=2024-13 | start | invalid-date",
        "enrollment=x | enrollment | invalid-number",
        "bbox=2,49,3,48 | bbox | invalid-box",
        "cond=a AND ( | cond | invalid-expression",
        "siteStatus=open | siteStatus | unknown-value",
        "status=x | status | unknown-value",
        "facets=stauts | facets | unknown-value",
        "pageSize=x | pageSize | invalid-number",
        "pageSize=1001 | pageSize | invalid-number",
        "cursor=x | cursor | invalid-cursor",
        "siteStatsu=RECRUITING | siteStatsu | unknown-parameter",
      })
  void aBadParameterIsNamedWithARemedy(String query, String parameter, String code)
      throws IOException {
    HttpResponse<String> response = server.get("/search?" + encoded(query));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("detail").asText()).isNotBlank();
  }

  private static JsonNode get(String query) {
    HttpResponse<String> response = server.get("/search?" + encoded(query));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String query) {
    StringBuilder encoded = new StringBuilder();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        encoded.append('&').append(pair, 0, equals + 1).append(value);
      }
    }
    return encoded.isEmpty() ? "" : encoded.substring(1);
  }
}
