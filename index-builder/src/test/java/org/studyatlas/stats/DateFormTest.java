package org.studyatlas.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormTest {

  @ParameterizedTest
  @CsvSource({
    "2020, 2020, yyyy",
    "1900-01, 1900-01, yyyy-MM",
    "2099-12-31, 2099-12-31, yyyy-MM-dd",
    "1950-02-28T23:59, 1950-02-28T23:59, yyyy-MM-dd'T'HH:mm",
    "2020-01-01T00:00, 2020-01-01T00:00, yyyy-MM-dd'T'HH:mm",
    "2020-01-01T25:00, 2020-01-01, yyyy-MM-dd",
    "2020-01-01T10:00:30, 2020-01-01, yyyy-MM-dd",
    "01/31/2015, 2015-01-31, yyyy-MM-dd",
    "' 2015-01-31 ', 2015-01-31, yyyy-MM-dd",
  })
  void packsADateWithItsForm(String text, String unpacked, String pattern) {
    long packed = DateForm.pack(text);
    assertThat(DateForm.text(packed)).isEqualTo(unpacked);
    assertThat(DateForm.of(packed).pattern()).isEqualTo(pattern);
  }

  @Test
  void packedDatesOrderAsTheirTextsDo() {
    assertThat(
            Stream.of("1899-12-31", "1900", "1900-01", "1900-01-01", "1900-01-01T00:00", "1970-01")
                .map(DateForm::pack))
        .isSorted();
  }
}
