package org.studyatlas.names;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostalCodeTest {

  @ParameterizedTest
  @CsvSource({
    "02115, US, 02115, 021",
    "02115-1234, US, 02115, 021",
    "02115 1234, '', 02115, 021",
    "SW1A 1AA, GB, SW1A1AA, SW1A",
    "sw1a1aa, GB, SW1A1AA, SW1",
    "H2K 4L5, CA, H2K4L5, H2K",
    "D-10117, DE, 10117, 101",
    "136-0074, JP, 1360074, 136",
    "15-402, PL, 15402, 15",
    "1060, TR, 1060, ''",
  })
  void readsCodeAndPrefix(String text, String country, String code, String prefix) {
    PostalCode found = requireNonNull(PostalCode.find(text, country));
    assertThat(found).isEqualTo(new PostalCode(code, prefix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Boston", "n/a", "1", "12345678901234567890", "---"})
  void findsNoCodeInOtherTexts(String text) {
    assertThat(PostalCode.find(text, "US")).isNull();
  }
}
