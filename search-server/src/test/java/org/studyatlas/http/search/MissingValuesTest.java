package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/**
 * What each filter tells of the studies that have no value for it. Of the studies 1 has all values,
 * 2 others, 3 a site without any value, 4 nothing at all.
 */
class MissingValuesTest {

  private static final String STATUS = "protocolSection.statusModule.";
  private static final String DESIGN = "protocolSection.designModule.";
  private static final String ELIGIBILITY = "protocolSection.eligibilityModule.";
  private static final String SPONSOR = "protocolSection.sponsorCollaboratorsModule.leadSponsor.";
  private static final List<String> DATES =
      List.of(
          "startDateStruct",
          "completionDateStruct",
          "primaryCompletionDateStruct",
          "studyFirstPostDateStruct",
          "lastUpdatePostDateStruct",
          "resultsFirstPostDateStruct");

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    StudyFixture other =
        bare(2)
            .status("COMPLETED")
            .with(DESIGN + "phases", List.of("PHASE3"))
            .with(ELIGIBILITY + "sex", "MALE")
            .site("Lyon", "France", "COMPLETED", 45.74846, 4.84671);
    new PublishedIndex(folder)
        .publish("2026-08-14-1", complete(), other, bare(3).site(Map.of("zip", "1")), bare(4));
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static StudyFixture bare(int id) {
    return StudyFixture.empty()
        .with("protocolSection.identificationModule.nctId", "NCT0000000" + id);
  }

  private static StudyFixture complete() {
    StudyFixture study =
        bare(1)
            .status("RECRUITING")
            .with(DESIGN + "phases", List.of("PHASE2"))
            .with(DESIGN + "studyType", "INTERVENTIONAL")
            .with(DESIGN + "enrollmentInfo.count", 10)
            .with(SPONSOR + "name", "A Hospital")
            .with(SPONSOR + "class", "OTHER")
            .with(ELIGIBILITY + "sex", "ALL")
            .with(ELIGIBILITY + "healthyVolunteers", true)
            .with(ELIGIBILITY + "stdAges", List.of("ADULT"))
            .with(ELIGIBILITY + "minimumAge", "18 Years")
            .with("hasResults", true)
            .with(
                "protocolSection.armsInterventionsModule.interventions",
                List.of(Map.of("type", "DRUG", "name", "Aspirin")))
            .with("derivedSection.conditionBrowseModule.meshes", mesh("Asthma"))
            .with("derivedSection.interventionBrowseModule.ancestors", mesh("Analgesics"))
            .site(site());
    DATES.forEach(date -> study.with(STATUS + date + ".date", "2024-05-01"));
    return study;
  }

  private static List<Map<String, String>> mesh(String term) {
    return List.of(Map.of("id", "D000001", "term", term));
  }

  private static Map<String, Object> site() {
    return Map.of(
        "facility", "Clinic A",
        "status", "RECRUITING",
        "city", "Boston",
        "state", "Massachusetts",
        "country", "United States",
        "lat", 42.35843,
        "lon", -71.05977);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "status ; RECRUITING ; 1 ; 2",
        "phase ; PHASE2 ; 1 ; 2",
        "studyType ; INTERVENTIONAL ; 1 ; 3",
        "sponsorClass ; OTHER ; 1 ; 3",
        "interventionType ; DRUG ; 1 ; 3",
        "ageGroup ; ADULT ; 1 ; 3",
        "sponsor ; a hospital ; 1 ; 3",
        "condition ; asthma ; 1 ; 3",
        "intervention ; analgesics ; 1 ; 3",
        "sex ; FEMALE ; 1 ; 2",
        "sex ; MALE ; 1 2 ; 2",
        "age ; 20 ; 1 2 3 4 ; 0",
        "age ; 12 ; 2 3 4 ; 0",
        "healthy ; true ; 1 ; 3",
        "hasResults ; true ; 1 ; 3",
        "enrollment ; 1..99 ; 1 ; 3",
        "start ; 2024 ; 1 ; 3",
        "startYear ; 2024 ; 1 ; 3",
        "completion ; 2024 ; 1 ; 3",
        "primaryCompletion ; 2024 ; 1 ; 3",
        "firstPosted ; 2024 ; 1 ; 3",
        "lastUpdate ; 2024 ; 1 ; 3",
        "resultsPosted ; 2024 ; 1 ; 3",
      })
  void aStudyWithoutTheValueIsNotFoundButCounted(
      String parameter, String value, String digits, int missing) {
    tells(parameter + "=" + value, parameter, digits, missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "siteStatus=RECRUITING ; siteStatus ; 1 ; 1",
        "country=France ; country ; 2 ; 1",
        "state=Massachusetts ; state ; 1 ; 2",
        "city=Boston ; city ; 1 ; 1",
        "facility=clinic ; facility ; 1 ; 2",
        "near=42.36,-71.06&within=50km ; within ; 1 ; 1",
        "bbox=-72,42,-71,43 ; bbox ; 1 ; 1",
        "area=POLYGON((-72 42,-71 42,-71 43,-72 43,-72 42)) ; area ; 1 ; 1",
      })
  void onlyAStudyWithASiteCanLackTheValueOfOne(
      String query, String parameter, String digits, int missing) {
    tells(query, parameter, digits, missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "status=COMPLETED&sex=MALE ; status ; 2 ; 0",
        "status=COMPLETED&enrollment=1.. ; enrollment ; '' ; 1",
        "status=COMPLETED&enrollment=1.. ; status ; '' ; 0",
        "status=COMPLETED&studyType=INTERVENTIONAL&phase=PHASE3 ; studyType ; '' ; 1",
        "country=France&state=Massachusetts ; state ; '' ; 1",
        "country=France&state=Massachusetts ; country ; '' ; 0",
        "country=France&sponsor=A Hospital ; sponsor ; '' ; 1",
      })
  void countsOnlyStudiesThatSatisfyAllTheRest(
      String query, String parameter, String digits, int missing) {
    tells(query, parameter, digits, missing);
  }

  private static void tells(String query, String parameter, String digits, int missing) {
    NativeClient client = new NativeClient(server);
    String whole = query + "&explain=true&sort=nctId";
    assertThat(client.find(whole)).as(query).isEqualTo(NativeClient.ids(digits));
    JsonNode effect = client.get(whole).at("/filters/" + parameter);
    assertThat(effect.path("excludedForMissing").asInt(-1)).as(query).isEqualTo(missing);
  }
}
