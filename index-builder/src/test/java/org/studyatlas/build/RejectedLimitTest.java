package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedLimitTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 10, true",
    "0, 1, 10, false",
    "5, 5, 10, true",
    "5, 6, 1000000, false",
    "0.1%, 1, 1000, true",
    "0.1%, 1, 999, false",
    "0.1%, 580, 580000, true",
    "0.1%, 581, 580000, false",
    "0%, 0, 10, true",
    "0%, 1, 10, false",
    "100%, 10, 10, true",
  })
  void allowsUpToTheGivenNumberOrShare(String limit, long rejected, long read, boolean allowed) {
    assertThat(RejectedLimit.parse(limit).allows(rejected, read)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "101%", "1 %%", "1e3", "%", "99999999999"})
  void refusesWhatIsNeitherNumberNorShareAndNamesIt(String text) {
    assertThatThrownBy(() -> RejectedLimit.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text.replace("%", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "25", "0.1%", "5%", "100%"})
  void printsAsItIsWritten(String text) {
    assertThat(RejectedLimit.parse(text)).hasToString(text);
  }
}
