package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.Sort;

/** The one date that has a time of day. */
class UploadTimesTest {

  private static TestIndex index;

  @BeforeAll
  static void build() {
    index =
        TestIndex.of(
            uploaded(1, "2019-03-27T16:07"),
            uploaded(2, "2019-03-27T17:30"),
            uploaded(3, "2019-03-27"),
            uploaded(4, "2019-03-26T23:59", "2019-03-28T00:00"),
            uploaded(5));
  }

  private static StudyFixture uploaded(int number, String... times) {
    List<Map<String, String>> documents =
        Stream.of(times).map(time -> Map.of("uploadDate", time)).toList();
    StudyFixture study = study("NCT0000000" + number);
    return documents.isEmpty()
        ? study
        : study.with("documentSection.largeDocumentModule.largeDocs", documents);
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RANGE[2019-03-27T17:00,2019-03-27T18:00] | 2",
        "RANGE[2019-03-27T16:07,2019-03-27T16:07] | 1",
        "RANGE[2019-03-27T16:08,MAX] | 2 4",
        "RANGE[MIN,2019-03-27T16:06] | 3 4",
        "RANGE[2019-03-27T00:00,2019-03-27T00:00] | 3",
        "RANGE[2019-03-27,2019-03-27] | 1 2 3",
        "RANGE[2019-03-27T17:00,2019-03-28] | 2 4",
        "RANGE[2019-03-26,2019-03-26] | 4",
        "RANGE[2019-03-28,MAX] | 4",
        "RANGE[MIN,03/26/2019] | 4",
        "RANGE[MIN,MAX] | 1 2 3 4",
        "2019-03-27 | 1 2 3",
        "2019-03 | 1 2 3 4",
        "2019-03-27T16:07 | 1",
        "MISSING | 5",
      })
  void rangesAreToTheMinute(String condition, String numbers) {
    assertThat(index.find("query.term", "AREA[LargeDocUploadDate]" + condition))
        .isEqualTo(ids(numbers));
  }

  @Test
  void ordersAreToTheMinute() {
    assertThat(index.find(by(false))).isEqualTo(ids("4 3 1 2 5"));
    assertThat(index.find(by(true))).isEqualTo(ids("4 2 1 3 5"));
  }

  private static SearchRequest by(boolean descending) {
    Sort sort =
        new Sort.ByField(FieldCatalogue.standard().getPiece("LargeDocUploadDate"), descending);
    return SearchRequest.ALL.withSort(List.of(sort));
  }

  private static List<String> ids(String numbers) {
    return Stream.of(numbers.split(" ")).map(number -> "NCT0000000" + number).toList();
  }
}
