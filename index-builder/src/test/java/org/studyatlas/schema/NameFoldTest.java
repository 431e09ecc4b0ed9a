package org.studyatlas.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldTest {

  @ParameterizedTest
  @CsvSource({
    "München, munchen",
    "Muenchen, munchen",
    "MUNCHEN, munchen",
    "Mu\u0308nchen, munchen",
    "Gießen, giessen",
    "Île-de-France, ile de france",
    "'Côte d’Ivoire', cote divoire",
    "\"Cote d'Ivoire\", '\"cote divoire\"'",
    "St. Louis, st louis",
    "'  New   York ', new york",
    "上海, 上海",
    "'—', ''",
  })
  void foldsCaseAccentsUmlautsAndPunctuation(String name, String folded) {
    assertThat(NameFold.fold(name)).isEqualTo(folded.replace("\"", ""));
  }

  @Test
  void splitsIntoWords() {
    assertThat(NameFold.words("São Paulo (SP)")).containsExactly("sao", "paulo", "sp");
    assertThat(NameFold.words(" - ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Boston, MA, United States, boston|massachusetts|US",
    "BOSTON, Massachusetts, United States, boston|massachusetts|US",
    "Toronto, ON, Canada, toronto|ontario|CA",
    "Milan, MI, Italy, milan|mi|IT",
    "Seoul, , 'Korea, Republic of', seoul||KR",
    "Seoul, , South Korea, seoul||KR",
    "Pristina, , Kosovo, pristina||kosovo",
  })
  void tellsCitiesApartWhateverTheSpelling(String city, String state, String country, String key) {
    assertThat(PlaceKey.of(city, state, country).text()).isEqualTo(key);
  }
}
