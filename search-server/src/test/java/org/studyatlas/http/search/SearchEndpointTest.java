package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
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
        "area=POLYGON((2 48, 3 48, 3 49, 2 49, 2 48)) ; NCT00000002",
        "area=POLYGON((2 48, 3 48, 3 49, 2 49, 2 48))&siteStatus=COMPLETED ; ''",
        "q=astma~ children ; NCT00000002",
        "q=asthm* -children ; NCT00000001",
        "q=-* ; ''",
        "q=stroke | * ; NCT00000001 NCT00000002 NCT00000003",
        "q=stroke | aspirin&sort=nctId ; NCT00000001 NCT00000003",
        "status=completed ; NCT00000002",
        "status=COMPLETED,RECRUITING ; NCT00000001 NCT00000002 NCT00000003",
        "phase=Phase 2 ; NCT00000001",
        "status=Active, not recruiting ; ''",
        "status=Active, not recruiting|Completed ; NCT00000002",
        "status=Active, not recruiting|COMPLETED,RECRUITING&sort=nctId ;"
            + " NCT00000001 NCT00000002 NCT00000003",
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
    assertThat(new NativeClient(server).find(query))
        .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
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
  void aCursorContinuesItsOwnSearchOnly() throws IOException {
    String cursor = "&cursor=" + get("pageSize=2").get("nextCursor").asText();
    assertThat(get("pageSize=1&facets=status" + cursor).at("/hits/0/nctId").asText())
        .isEqualTo("NCT00000003");
    for (String other : List.of("status=RECRUITING", "age=18", "siteStatus=RECRUITING")) {
      HttpResponse<String> refused = server.get("/search?pageSize=2&" + other + cursor);
      assertThat(refused.statusCode()).as(other).isEqualTo(400);
      JsonNode problem = JSON.readTree(refused.body());
      assertThat(problem.get("code").asText()).isEqualTo("invalid-cursor");
      assertThat(problem.get("detail").asText()).contains("another search");
    }
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

  @ParameterizedTest
  @CsvSource({"asthma -stroke, true", "asthm*, false", "stroke | astma~, false"})
  void theReceiptSaysNoExpressionThatWouldFindSomethingElse(String typed, boolean said) {
    JsonNode answer = get("q=" + typed);
    assertThat(answer.at("/receipt/search/q").asText()).isEqualTo(typed);
    assertThat(answer.get("receipt").has("query")).isEqualTo(said);
    if (said) {
      String expression = answer.at("/receipt/query").asText();
      assertThat(get("filter=" + expression).get("total")).isEqualTo(answer.get("total"));
    }
  }

  @Test
  void countsOfAFacetLeaveOutItsOwnChoice() {
    JsonNode facets =
        get("q=asthma&status=COMPLETED&country=France&facets=status,country,city,phase")
            .get("facets");
    assertThat(values(facets.get("status"))).isEqualTo("COMPLETED=1");
    assertThat(values(facets.get("country"))).isEqualTo("France=1 United States=1");
    assertThat(values(facets.get("city"))).isEqualTo("Paris=1");
    assertThat(facets.at("/city/values/0/above/0").asText()).isEqualTo("France");
    assertThat(values(facets.get("phase"))).isEmpty();
  }

  @Test
  void searchesInsideAFacet() {
    JsonNode city = get("facets=city&facetQuery=city:par").at("/facets/city");
    assertThat(values(city)).isEqualTo("Paris=1");
    assertThat(city.get("distinct").asInt()).isEqualTo(1);
    assertThat(get("facets=city&facetSize=1").at("/facets/city/more").asInt()).isEqualTo(3);
  }

  private static String values(JsonNode facet) {
    List<String> values = new ArrayList<>();
    facet
        .get("values")
        .forEach(v -> values.add(v.get("value").asText() + "=" + v.get("studies").asInt()));
    return String.join(" ", values);
  }

  @Test
  void showsTheWordsFoundOnRequest() {
    JsonNode hit = get("q=aspir*&highlight=true").at("/hits/0");
    assertThat(hit.at("/highlights/0/field").asText()).isEqualTo("BriefTitle");
    assertThat(hit.at("/highlights/0/text").asText()).isEqualTo("Aspirin in Asthma");
    assertThat(hit.at("/highlights/0/marks").toString()).isEqualTo("[[0,7]]");
    assertThat(get("q=aspir*").at("/hits/0").has("highlights")).isFalse();
  }

  @Test
  void givesTheFieldsThatAreAskedFor() {
    JsonNode hit = get("q=aspirin&fields=BriefTitle,Phase&siteStatus=RECRUITING").at("/hits/0");
    assertThat(hit.at("/study/protocolSection/identificationModule/briefTitle").asText())
        .isEqualTo("Aspirin in Asthma");
    assertThat(hit.has("overallStatus")).isFalse();
    assertThat(hit.get("matchedSites")).hasSize(2);
  }

  @Test
  void givesTheFieldsThatWereSearched() {
    JsonNode study = get("cond=allergy&fields=NCTId|@query").at("/hits/0/study");
    assertThat(study.at("/protocolSection/conditionsModule/conditions")).hasSize(2);
    assertThat(study.at("/protocolSection/identificationModule/nctId").asText())
        .isEqualTo("NCT00000002");
    assertThat(study.at("/protocolSection").has("statusModule")).isFalse();
  }

  @Test
  void tellsWhatAFilterDrops() {
    JsonNode filters = get("cond=asthma&phase=PHASE2&explain=true").get("filters");
    assertThat(filters.at("/phase/excludedForMissing").asInt()).isEqualTo(1);
    assertThat(filters.at("/phase/withoutFilter").asInt()).isEqualTo(2);
    assertThat(filters.at("/cond/withoutFilter").asInt()).isEqualTo(1);
    JsonNode unknown = get("enrollment=1..&explain=true").get("filters");
    assertThat(unknown.at("/enrollment/excludedForMissing").asInt()).isEqualTo(3);
  }

  @Test
  void tellsWhichFilterEmptiesAResult() {
    JsonNode answer = get("q=asthma&country=France&siteStatus=COMPLETED");
    assertThat(answer.get("total").asInt()).isZero();
    assertThat(answer.at("/filters/country/withoutFilter").asInt()).isEqualTo(2);
    assertThat(answer.at("/filters/siteStatus/withoutFilter").asInt()).isEqualTo(1);
    assertThat(answer.at("/filters/q/withoutFilter").asInt()).isZero();
  }

  @Test
  void warnsOfATextWithoutAWord() {
    assertThat(get("q=---").at("/warnings/0").asText()).contains("no word");
    assertThat(get("q=*").has("warnings")).isFalse();
  }

  @Test
  void theSearchOfAReceiptFindsTheSame() throws IOException {
    String query =
        "q=asthma -stroke&near=42.36,-71.06&within=50 mi&siteStatus=recruiting,Completed"
            + "&country=USA&start=2000..2030-01&age=6..18 months&phase=Phase 2"
            + "&area=POLYGON((-80 40,-60 40,-60 50,-80 50,-80 40))";
    JsonNode receipt = get(query).get("receipt");
    HttpResponse<String> again = server.post("/search", receipt.get("search").toString());
    assertThat(JSON.readTree(again.body()).get("receipt")).isEqualTo(receipt);
    assertThat(receipt.at("/search/within").asText()).isEqualTo("80.4672km");
    assertThat(receipt.at("/search/siteStatus").asText()).isEqualTo("RECRUITING,COMPLETED");
    assertThat(receipt.at("/search/age").asText()).isEqualTo("6 months..18 months");
    assertThat(receipt.at("/search/start").asText()).isEqualTo("2000-01-01..2030-01-31");
  }

  @Test
  void takesTheSameParametersAsJson() throws IOException {
    HttpResponse<String> posted =
        server.post("/search", "{\"q\":\"asthma\",\"siteStatus\":[\"RECRUITING\"],\"pageSize\":1}");
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
    assertThat(JSON.readTree(posted.body()))
        .isEqualTo(get("q=asthma&siteStatus=RECRUITING&pageSize=1"));
  }

  @Test
  void pointsAndBoxesAreTakenAsArraysOfNumbers() throws IOException {
    String search = "{\"near\":[42.36,-71.06],\"within\":\"5mi\",\"bbox\":[-72,42,-70,43]}";
    JsonNode answer = JSON.readTree(server.post("/search", search).body());
    assertThat(answer).isEqualTo(get("near=42.36,-71.06&within=5mi&bbox=-72,42,-70,43"));
  }

  @Test
  void aLabelWithACommaStandsInAnArray() throws IOException {
    String search = "{\"status\":[\"Active, not recruiting\",\"Completed\"]}";
    JsonNode answer = JSON.readTree(server.post("/search", search).body());
    assertThat(answer.at("/hits/0/nctId").asText()).isEqualTo("NCT00000002");
    assertThat(answer.at("/receipt/search/status").asText())
        .isEqualTo("ACTIVE_NOT_RECRUITING,COMPLETED");
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
        "sort=start,start:asc | sort | repeated-criterion",
        "age=old | age | invalid-age",
        "start=2024-13 | start | invalid-date",
        "enrollment=x | enrollment | invalid-number",
        "bbox=2,49,3,48 | bbox | invalid-box",
        "area=POLYGON((0 0, 2 2, 2 0, 0 2, 0 0)) | area | invalid-area",
        "fields=BriefTitel | fields | unknown-field",
        "facetQuery=city:par | facets | missing-parameter",
        "facets=city&facetQuery=par | facetQuery | invalid-facet-query",
        "highlight=maybe | highlight | unknown-value",
        "age=18..12 | age | invalid-range",
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
    HttpResponse<String> response = server.get("/search?" + NativeClient.encoded(query));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("detail").asText()).isNotBlank();
  }

  private static JsonNode get(String query) {
    return new NativeClient(server).get(query);
  }
}
