package org.studyatlas.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryCodesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "United States | US",
        "Côte d’Ivoire | CI",
        "Turkey (Türkiye) | TR",
        "'Bonaire, Saint Eustatius and Saba ' | BQ",
        "Korea, Republic of | KR",
        "South Korea | KR",
        "Czechia | CZ",
        "Trinidad and Tobago | TT",
      })
  void knowsTheRegistrysSpellings(String name, String code) {
    assertThat(CountryCodes.find(name)).contains(code);
  }

  @Test
  void isEmptyForAnUnknownName() {
    assertThat(CountryCodes.find("Atlantis")).isEmpty();
  }
}
