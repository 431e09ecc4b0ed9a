package org.studyatlas.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-01-01, 2024-12-31, 2024",
    "2024-02, 2024-02-01, 2024-02-29, 2024-02",
    "2023-02, 2023-02-01, 2023-02-28, 2023-02",
    "2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29",
    "01/31/2015, 2015-01-31, 2015-01-31, 2015-01-31",
    "2019-05-17T09:31, 2019-05-17, 2019-05-17, 2019-05-17",
  })
  void standsForItsWholePeriod(String text, LocalDate first, LocalDate last, String printed) {
    PartialDate date = PartialDate.find(text).orElseThrow();
    assertThat(date.first()).isEqualTo(first);
    assertThat(date.last()).isEqualTo(last);
    assertThat(date).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-05-17T09:31, 2019-05-17T09:31",
    "2019-05-17T09:31:59, 2019-05-17T09:31",
    "1969-12-31T23:59, 1969-12-31T23:59"
  })
  void readsAMinute(String text, LocalDateTime minute) {
    assertThat(PartialDate.findMinute(text)).hasValue(minute);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2019-05-17",
        "2019-05T09:31",
        "2019-05-17T25:00",
        "2019-02-30T10:00",
        "T10:00"
      })
  void isEmptyForWhatIsNoMinute(String text) {
    assertThat(PartialDate.findMinute(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2024-13", "2023-02-29", "13/01/2015", "24", "2024-1-1", "dddd"})
  void isEmptyForWhatIsNoDate(String text) {
    assertThat(PartialDate.find(text)).isEmpty();
  }
}
