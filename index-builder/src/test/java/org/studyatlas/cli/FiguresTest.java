package org.studyatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "9999, '9,999'", "31200, 31.2k", "999949, 999.9k", "2310000, 2.31M"})
  void shortensCounts(long value, String text) {
    assertThat(Figures.shortCount(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 KB",
    "1, 1 KB",
    "1024, 1 KB",
    "1048576, 1 MB",
    "880803840, 840 MB",
    "2576980378, 2.4 GB"
  })
  void givesSizesInPowersOf1024(long value, String text) {
    assertThat(Figures.bytes(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00:00", "130999, 0:02:10", "3723000, 1:02:03", "360000000, 100:00:00"})
  void givesTimesAsAClock(long millis, String text) {
    assertThat(Figures.clock(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.0%", "1, 3, 33.3%", "5, 5, 100.0%"})
  void givesShares(long part, long whole, String text) {
    assertThat(Figures.percent(part, whole)).isEqualTo(text);
  }
}
