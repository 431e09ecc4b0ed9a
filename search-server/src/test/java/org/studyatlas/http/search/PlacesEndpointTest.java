package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

class PlacesEndpointTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> UNLOCATED_BOSTON =
      Map.of("facility", "Late", "city", "BOSTON", "state", "MA", "country", "United States");

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            study("NCT00000001")
                .conditions("Asthma")
                .site(
                    Map.of(
                        "city",
                        "Boston",
                        "state",
                        "Massachusetts",
                        "country",
                        "United States",
                        "zip",
                        "02115",
                        "lat",
                        42.35843,
                        "lon",
                        -71.05977))
                .site("Boston", "United Kingdom", "RECRUITING", 52.97633, -0.02664),
            study("NCT00000002").conditions("Asthma").site(UNLOCATED_BOSTON),
            study("NCT00000003")
                .conditions("Asthma")
                .site(Map.of("city", "Elsewhere", "country", "United States")),
            study("NCT00000004")
                .conditions("Stroke")
                .site(Map.of("city", "Elsewhere", "country", "United States"))
                .site(Map.of("country", "United States")));
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void completesPlacesWithCountsCoordinatesAndReceipt() {
    JsonNode answer = get("/places?q=bost");
    JsonNode boston = answer.get("places").get(0);
    assertThat(boston.get("label").asText()).isEqualTo("Boston, Massachusetts, United States");
    assertThat(boston.get("kind").asText()).isEqualTo("city");
    assertThat(boston.get("sites").asInt()).isEqualTo(2);
    assertThat(boston.get("lat").asText()).isEqualTo("42.35843");
    assertThat(boston.get("lon").asText()).isEqualTo("-71.05977");
    assertThat(boston.get("namesakes").asInt()).isEqualTo(2);
    assertThat(answer.at("/receipt/generation").asText()).isEqualTo("2026-08-14-1");
    assertThat(answer.at("/receipt/search/q").asText()).isEqualTo("bost");
  }

  @Test
  void suggestsNamesByKind() {
    JsonNode answer = get("/suggest?q=asthm&kind=condition,sponsor");
    assertThat(answer.at("/suggestions/condition/0/name").asText()).isEqualTo("Asthma");
    assertThat(answer.at("/suggestions/condition/0/studies").asInt()).isEqualTo(3);
    assertThat(answer.at("/suggestions/sponsor")).isEmpty();
    assertThat(answer.get("suggestions").has("facility")).isFalse();
    assertThat(get("/suggest?q=ashtma").at("/suggestions/condition/0/corrected").asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/places | q | missing-parameter",
        "/places?q=a&kind=sponsor | kind | unknown-value",
        "/places?q=a&limit=0 | limit | invalid-number",
        "/places?q=a&x=1 | x | unknown-parameter",
        "/suggest?q=a&kind=city | kind | unknown-value",
        "/suggest?q=a&limit=101 | limit | invalid-number",
        "/search?near=Atlantis | near | unknown-place",
        "/search?near=Elsewhere | near | unknown-place",
      })
  void aBadParameterIsNamed(String path, String parameter, String code) throws IOException {
    HttpResponse<String> response = server.get(path);
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("detail").asText()).isNotBlank();
  }

  @Test
  void asksWhetherAnotherPlaceWasMeant() throws IOException {
    JsonNode problem = JSON.readTree(server.get("/search?near=Bostn").body());
    assertThat(problem.get("detail").asText())
        .contains("did you mean 'Boston, Massachusetts, United States'?");
    assertThat(problem.get("allowed").get(0).asText())
        .isEqualTo("Boston, Massachusetts, United States");
  }

  @Test
  void searchesNearANamedPlaceAndTellsWhichItTook() {
    JsonNode answer = get("/search?near=Boston&within=10km");
    assertThat(answer.at("/near/label").asText()).isEqualTo("Boston, Massachusetts, United States");
    assertThat(answer.at("/near/precision").asText()).isEqualTo("city");
    assertThat(answer.at("/near/ambiguous").asBoolean()).isTrue();
    assertThat(answer.at("/near/others/0/label").asText()).isEqualTo("Boston, United Kingdom");
    assertThat(answer.at("/receipt/search/near").asText()).startsWith("42.3584");
    assertThat(answer.get("total").asInt()).isEqualTo(2);
    assertThat(get("/search?near=" + encoded("02115") + "&within=10km").at("/near/precision"))
        .hasToString("\"zip\"");
  }

  @Test
  void findsASiteWithoutCoordinatesByItsCityAndMarksIt() {
    JsonNode answer = get("/search?near=42.36,-71.06&within=10km");
    JsonNode late = answer.get("hits").get(1);
    assertThat(late.get("nctId").asText()).isEqualTo("NCT00000002");
    JsonNode site = late.get("matchedSites").get(0);
    assertThat(site.get("precision").asText()).isEqualTo("city-elsewhere");
    assertThat(site.get("resolved").asBoolean()).isTrue();
    assertThat(site.get("distanceKm").asDouble()).isEqualTo(0.2);
    assertThat(answer.has("near")).isFalse();
  }

  @Test
  void countsSitesThatNothingTellsThePlaceOf() {
    assertThat(get("/search?near=Boston&within=10km").get("sitesWithoutPoint").asInt())
        .isEqualTo(3);
    assertThat(get("/search?near=Boston&within=10km&cond=asthma").get("sitesWithoutPoint").asInt())
        .isEqualTo(1);
    assertThat(
            get("/search?near=Boston&within=10km&city=Elsewhere").get("sitesWithoutPoint").asInt())
        .isEqualTo(2);
    assertThat(get("/search?cond=asthma").has("sitesWithoutPoint")).isFalse();
  }

  @Test
  void rowsOfSitesTellHowManyCannotBeJudged() {
    String query = "near=Boston&within=10km&cond=asthma";
    assertThat(get("/sites?" + query).get("sitesWithoutPoint").asInt()).isEqualTo(1);
    assertThat(get("/sites?cond=asthma").has("sitesWithoutPoint")).isFalse();
    String header = "x-studyatlas-sites-without-point";
    HttpResponse<String> lines = server.get("/sites?format=ndjson&" + query);
    assertThat(lines.headers().firstValue(header)).hasValue("1");
    assertThat(lines.body().lines().toList().getLast())
        .startsWith("{\"studyatlas\":{\"complete\":true,\"count\":2,\"sitesWithoutPoint\":1,");
    assertThat(server.get("/sites?format=csv&" + query).headers().firstValue(header)).hasValue("1");
    assertThat(server.get("/sites?format=csv").headers().firstValue(header)).isEmpty();
    assertThat(server.get("/export?format=ids&" + query).headers().firstValue(header))
        .hasValue("1");
    assertThat(server.get("/export?format=ids").headers().firstValue(header)).isEmpty();
  }

  @Test
  void mapsTellSitesWithoutACellAndThoseThatCannotBeJudged() {
    JsonNode map = get("/heatmap?near=Boston&within=10km&cond=asthma");
    assertThat(map.get("sitesWithoutCell").asInt()).isEqualTo(1);
    assertThat(map.get("sitesWithoutPoint").asInt()).isEqualTo(1);
    assertThat(
            get("/heatmap?format=geojson&near=Boston&within=10km")
                .get("studyatlas")
                .get("sitesWithoutPoint")
                .asInt())
        .isEqualTo(3);
    JsonNode everywhere = get("/heatmap?cond=asthma");
    assertThat(everywhere.has("sitesWithoutPoint")).isFalse();
    assertThat(everywhere.get("sitesWithoutCell").asInt()).isPositive();
  }

  @Test
  void findsASiteWithoutCoordinatesInABox() {
    JsonNode answer = get("/search?bbox=-72,42,-71,43");
    assertThat(answer.get("total").asInt()).isEqualTo(2);
    assertThat(answer.get("sitesWithoutPoint").asInt()).isEqualTo(3);
  }

  @Test
  void leavesTheRegistrysOwnMeaningOfDistanceAlone() {
    JsonNode answer =
        get("/api/v2/studies?countTotal=true&filter.geo=" + encoded("distance(42.36,-71.06,10km)"));
    assertThat(answer.get("totalCount").asInt()).isEqualTo(1);
    String essie = encoded("AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,10km]");
    assertThat(get("/search?filter=" + essie).get("total").asInt()).isEqualTo(1);
  }

  private static JsonNode get(String path) {
    try {
      HttpResponse<String> response = server.get(path);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
