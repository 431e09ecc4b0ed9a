package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/**
 * Every order of the hits, as one page and walked in small ones. The studies are indexed with
 * falling ids, so that the engine's own order cannot pass for the tie-break by id.
 */
class SortOrdersTest {

  private static final String STATUS = "protocolSection.statusModule.";
  private static final List<Integer> PAGE_SIZES = List.of(1, 2, 3, 7);

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            row(7, "Pain", "2024", 99_999_999)
                .site("Boston", "United States", "RECRUITING", 42, -71),
            row(6, "Asthma in Asthma of Asthma", "2023-12-31", -1),
            row(5, "Asthma", "2024-01", 20).site("Paris", "France", "RECRUITING", 48, 2),
            row(4, "Asthma", "", 99_999_999).site("Paris", "France", "COMPLETED", 48, 2),
            row(3, "Children with Asthma and Pain", "2024-01-01", 20)
                .site("Boston", "United States", "COMPLETED", 42, -71)
                .site("Paris", "France", "RECRUITING", 48, 2),
            row(2, "Asthma", "2025", 0),
            row(1, "Pain", "", -1).site("London", "United Kingdom", "RECRUITING", 51, 0));
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A study whose dates are all the same. */
  private static StudyFixture row(int id, String title, String date, int enrollment) {
    StudyFixture study = study("NCT0000000" + id).title(title);
    for (String name :
        List.of("start", "completion", "primaryCompletion", "studyFirstPost", "lastUpdatePost")) {
      set(study, STATUS + name + "DateStruct.date", date);
    }
    set(study, STATUS + "resultsFirstPostDateStruct.date", date);
    return enrollment < 0
        ? study
        : study.with("protocolSection.designModule.enrollmentInfo.count", enrollment);
  }

  private static void set(StudyFixture study, String path, String value) {
    if (!value.isEmpty()) {
      study.with(path, value);
    }
  }

  @ParameterizedTest
  @CsvSource({"start", "completion", "primaryCompletion", "firstPosted", "lastUpdate"})
  void datesAreSortedWithMissingOnesLast(String name) {
    findsInOrder("sort=" + name, "2 3 5 7 6 1 4");
    findsInOrder("sort=" + name + ":desc", "2 3 5 7 6 1 4");
    findsInOrder("sort=" + name + ":asc", "6 3 5 7 2 1 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'' ; 1 2 3 4 5 6 7",
        "sort=nctId ; 1 2 3 4 5 6 7",
        "sort=nctId:desc ; 7 6 5 4 3 2 1",
        "sort=resultsPosted ; 2 3 5 7 6 1 4",
        "sort=resultsPosted:asc ; 6 3 5 7 2 1 4",
        "sort=enrollment ; 3 5 2 1 4 6 7",
        "sort=enrollment:asc ; 2 3 5 1 4 6 7",
        "sort=enrollment,nctId:desc ; 5 3 2 7 6 4 1",
        "sort=start,enrollment ; 2 3 5 7 6 1 4",
        "sort=start:asc,nctId:desc ; 6 7 5 3 2 4 1",
        "sort=enrollment:asc,start:asc ; 2 3 5 6 7 1 4",
        "q=pain&sort=start:asc ; 3 7 1",
        "start=2024&sort=enrollment ; 3 5 7",
      })
  void tiesAreBrokenByTheNextCriterionAndAtLastByTheId(String query, String digits) {
    findsInOrder(query, digits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "near=42,-71 ; 3 7 1 4 5 2 6",
        "near=42,-71&sort=distance ; 3 7 1 4 5 2 6",
        "near=42,-71&sort=distance:asc,nctId:desc ; 7 3 1 5 4 6 2",
        "near=42,-71&siteStatus=RECRUITING ; 7 1 3 5",
        "near=42,-71&country=France ; 3 4 5",
        "near=48,2&within=400km ; 3 4 5 1",
        "near=48,2&within=400km&sort=enrollment ; 3 5 1 4",
        "near=48,2&q=asthma&sort=distance ; 3 4 5 2 6",
        "near=48,2&sort=distance,start ; 3 5 4 1 7 2 6",
      })
  void theDistanceIsThatOfTheNearestMatchingSite(String query, String digits) {
    findsInOrder(query, digits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "q=asthma ; 2 4 5",
        "q=asthma&sort=relevance ; 2 4 5",
        "q=asthma&sort=relevance,nctId:desc ; 5 4 2",
        "q=asthma&sort=relevance,start ; 2 5 4",
        "q=pain ; 1 7 3",
      })
  void equallyRelevantStudiesStandInTheNextOrder(String query, String firstDigits) {
    List<String> whole = walkedAlike(query);
    assertThat(whole).as(query).startsWith(NativeClient.ids(firstDigits).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=asthma&sort=relevance:asc",
        "q=asthma | pain",
        "cond=asthma&near=48,2&sort=relevance,distance",
        "q=*&sort=relevance",
        "near=48,2&sort=distance,relevance,start,completion,primaryCompletion,firstPosted,"
            + "lastUpdate,resultsPosted,enrollment,nctId",
      })
  void pagesMeetWithoutGapOrOverlap(String query) {
    walkedAlike(query);
  }

  private static void findsInOrder(String query, String digits) {
    assertThat(walkedAlike(query)).as(query).isEqualTo(NativeClient.ids(digits));
  }

  /** The hits of one big page, which must be those of small ones. */
  private static List<String> walkedAlike(String query) {
    NativeClient client = new NativeClient(server);
    List<String> whole = client.find(query + "&pageSize=1000");
    for (int size : PAGE_SIZES) {
      assertThat(client.walk(query, size)).as("%s by %d", query, size).isEqualTo(whole);
    }
    return whole;
  }
}
