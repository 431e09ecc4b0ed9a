package org.studyatlas.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NctIdTest {

  @ParameterizedTest
  @CsvSource({
    "NCT03881111, NCT03881111",
    "nct841061, NCT00841061",
    "NCT000000000841061, NCT00841061",
    "NcT1, NCT00000001",
  })
  void isReadInAnyCaseAndWithAnyZeros(String text, String canonical) {
    assertThat(NctId.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NCT", "NCT0", "NCT123456789", "XCT1", " NCT1", "NCT1 ", "NCT١"})
  void isEmptyForWhatIsNoId(String text) {
    assertThat(NctId.find(text)).isEmpty();
  }

  @Test
  void folderIsTheLastTwoDigits() {
    assertThat(new NctId(3).folder()).isEqualTo("03");
    assertThat(NctId.parse("NCT05549635").folder()).isEqualTo("35");
  }

  @Test
  void namesTheBadValue() {
    assertThatThrownBy(() -> NctId.parse("abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'abc'");
  }
}
