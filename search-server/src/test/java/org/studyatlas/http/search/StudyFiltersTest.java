package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/** What the filters on ages, dates and numbers find at their bounds; a blank means no value. */
class StudyFiltersTest {

  private static final String STATUS = "protocolSection.statusModule.";
  private static final String ELIGIBILITY = "protocolSection.eligibilityModule.";
  private static final int UNKNOWN = 99_999_999;

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            row(1, "", "", "2024", 0),
            row(2, "18 Years", "", "2024-01", 100),
            row(3, "", "17 Years", "2024-01-01", 500),
            row(4, "18 Years", "65 Years", "2024-05", UNKNOWN),
            row(5, "6 Months", "18 Months", "2024-05-31", -1),
            row(6, "58 Years", "58 Years", "2024-12-31", UNKNOWN - 1),
            row(7, "N/A", "12 Years", "2023-12-31", 100),
            row(8, "24 Months", "5 Years", "", 1)
                .with(STATUS + "completionDateStruct.date", "2011-03")
                .with(STATUS + "primaryCompletionDateStruct.date", "2012-04-30")
                .with(STATUS + "studyFirstPostDateStruct.date", "2013-05-01")
                .with(STATUS + "lastUpdatePostDateStruct.date", "2014-06-01")
                .with(STATUS + "resultsFirstPostDateStruct.date", "2015-07-01"),
            row(9, "1 Day", "4 Weeks", "2025-02", 499));
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static StudyFixture row(
      int id, String minimum, String maximum, String start, int enrollment) {
    StudyFixture study = study("NCT0000000" + id);
    set(study, ELIGIBILITY + "minimumAge", minimum);
    set(study, ELIGIBILITY + "maximumAge", maximum);
    set(study, STATUS + "startDateStruct.date", start);
    return enrollment < 0
        ? study
        : study.with("protocolSection.designModule.enrollmentInfo.count", enrollment);
  }

  private static void set(StudyFixture study, String path, String value) {
    if (!value.isEmpty()) {
      study.with(path, value);
    }
  }

  private static void finds(String query, String digits) {
    assertThat(new NativeClient(server).find(query + "&sort=nctId"))
        .as(query)
        .isEqualTo(NativeClient.ids(digits));
  }

  @ParameterizedTest
  @CsvSource({
    "58, 1 2 4 6",
    "58 years, 1 2 4 6",
    "58y, 1 2 4 6",
    "57, 1 2 4",
    "200, 1 2",
    "0, 1 3 7",
    "1 day, 1 3 7 9",
    "12..18, 1 2 3 4 7",
    "12..17, 1 3 7",
    "13..17, 1 3",
    "59..64, 1 2 4",
    "65.., 1 2 4",
    "66.., 1 2",
    "..17, 1 3 5 7 8 9",
    "..1, 1 3 5 7 9",
    "2, 1 3 7 8",
    "24 months, 1 3 7 8",
    "18 months, 1 3 5 7",
    "1.5, 1 3 5 7",
    "6..18 months, 1 3 5 7",
    "19..23 months, 1 3 7",
    "6 months..2 years, 1 3 5 7 8",
    "4 weeks..5 months, 1 3 7 9",
    "5 weeks..5 months, 1 3 7",
    "..6 months, 1 3 5 7 9",
    "..5 months, 1 3 7 9",
    "6 months.., 1 2 3 4 5 6 7 8",
  })
  void findsStudiesWhoseAgesOverlap(String age, String digits) {
    finds("age=" + age, digits);
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 1 2 3 4 5 6",
    "2023, 7",
    "2022, ''",
    "2024-01, 1 2 3",
    "2024-01-01, 1 2 3",
    "01/01/2024, 1 2 3",
    "2024-01-02, ''",
    "2024-05, 4 5",
    "2024-05-01, 4",
    "2024-05-31, 5",
    "2024-05-02..2024-05-31, 5",
    "2024-05.., 4 5 6 9",
    "2024-06.., 6 9",
    "2024-12-31.., 6 9",
    "2025-02-01.., 9",
    "2025-02-02.., ''",
    "..2023, 7",
    "..2023-12-30, ''",
    "..2024-01, 1 2 3 7",
    "2023..2024-05-30, 1 2 3 4 7",
    "2023-12-31..2024, 1 2 3 4 5 6 7",
    "2024-12..2025, 6 9",
    "2024-02-29..2024-05, 4 5",
    "0001..9999, 1 2 3 4 5 6 7 9",
  })
  void aPartialDateIsItsWholePeriodAndCountsAsItsFirstDay(String start, String digits) {
    finds("start=" + start, digits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "startYear=2024 | 1 2 3 4 5 6",
        "startYear=2023,2025 | 7 9",
        "startYear=2026 | ''",
        "startYear=2024&start=2024-05.. | 4 5 6",
        "completion=2011 | 8",
        "completion=2011-03-01 | 8",
        "completion=2011-03-02.. | ''",
        "primaryCompletion=2012-04 | 8",
        "primaryCompletion=2011 | ''",
        "firstPosted=2013-05-01 | 8",
        "lastUpdate=2014..2015 | 8",
        "resultsPosted=2015-07 | 8",
        "resultsPosted=2014 | ''",
        "completion=2011&resultsPosted=2015 | 8",
        "completion=2011&start=2024 | ''",
      })
  void eachDateHasItsOwnParameter(String query, String digits) {
    finds(query, digits);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 8",
    "100, 2 7",
    "100..500, 2 3 7 9",
    "101..499, 9",
    "100.., 2 3 6 7 9",
    "..100, 1 2 7 8",
    "0.., 1 2 3 6 7 8 9",
    "99999998, 6",
    "99999998.., 6",
    "99999999, ''",
    "99999999.., ''",
    "..99999999, 1 2 3 6 7 8 9",
    "..999999999999999, 1 2 3 6 7 8 9",
  })
  void anUnknownNumberOfParticipantsIsNoNumber(String enrollment, String digits) {
    finds("enrollment=" + enrollment, digits);
  }
}
