package org.studyatlas.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader must survive occurs in every synthetic registry of a thousand studies. */
class OddityTest {

  private static final int STUDIES = Oddity.FEWEST_STUDIES;
  private static final SampleRegistry REGISTRY = new SampleRegistry(SampleOptions.of(STUDIES, 2));

  private static List<byte[]> having(Oddity oddity) {
    return IntStream.range(0, STUDIES)
        .filter(position -> Oddity.at(position, STUDIES).contains(oddity))
        .mapToObj(REGISTRY::study)
        .toList();
  }

  private static JsonNode one(Oddity oddity) {
    return Census.parse(having(oddity).getFirst());
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static JsonNode sites(JsonNode study) {
    return study.at("/protocolSection/contactsLocationsModule/locations");
  }

  @ParameterizedTest
  @EnumSource(Oddity.class)
  void occursOnceInAThousandStudies(Oddity oddity) {
    assertThat(having(oddity)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001, 99_999, 100_000, 250_017, 600_000})
  void occursInEveryFurtherPeriod(int studies) {
    long places = IntStream.range(0, studies).mapToLong(i -> Oddity.at(i, studies).size()).sum();
    int periods = Math.max(1, studies / Oddity.PERIOD);
    assertThat(places).isEqualTo((long) periods * Oddity.values().length);
  }

  @Test
  void smallRegistriesHaveNone() {
    assertThat(IntStream.range(0, 999).mapToObj(i -> Oddity.at(i, 999))).allMatch(List::isEmpty);
  }

  @Test
  void anAliasIsTheIdOfAnotherStudy() {
    JsonNode identification =
        one(Oddity.ALIAS_OF_ANOTHER_STUDY).at("/protocolSection/identificationModule");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < STUDIES; i++) {
      ids.add(REGISTRY.id(i).toString());
    }
    assertThat(texts(identification.get("nctIdAliases")))
        .isSubsetOf(ids)
        .doesNotContain(identification.get("nctId").asText());
  }

  @Test
  void oneStudyHasFifteenHundredSites() {
    assertThat(sites(one(Oddity.VERY_MANY_SITES))).hasSize(1_500);
  }

  @Test
  void oneRecordHasMoreThanAMegabyteAndAHalf() {
    assertThat(having(Oddity.VERY_LARGE_RECORD).getFirst().length).isBetween(1_500_000, 4_000_000);
  }

  @Test
  void countriesHaveACurlyApostropheAndATrailingBlank() {
    assertThat(sites(one(Oddity.CURLY_APOSTROPHE)).findValuesAsText("country"))
        .contains("C\u00f4te d\u2019Ivoire");
    assertThat(sites(one(Oddity.TRAILING_BLANK)).findValuesAsText("country"))
        .contains("Bonaire, Saint Eustatius and Saba ");
  }

  @Test
  void anUnknownEnrolmentIsAllNines() {
    assertThat(
            one(Oddity.ENROLLMENT_UNKNOWN)
                .at("/protocolSection/designModule/enrollmentInfo/count")
                .intValue())
        .isEqualTo(99_999_999);
  }

  @Test
  void aFieldOfTomorrowIsInTheProtocol() {
    assertThat(one(Oddity.UNKNOWN_FIELD).at("/protocolSection/futureModule/futureField").asText())
        .isNotEmpty();
  }

  @Test
  void aWithheldStudyLacksMostModules() {
    JsonNode protocol = one(Oddity.MISSING_MODULES).get("protocolSection");
    assertThat(protocol.at("/statusModule/overallStatus").asText()).isEqualTo("WITHHELD");
    assertThat(protocol.has("designModule")).isFalse();
    assertThat(protocol.has("eligibilityModule")).isFalse();
  }

  @Test
  void agesComeInAllUnitsSingularAndPlural() {
    Set<String> units = new HashSet<>();
    for (int i = 0; i < STUDIES; i++) {
      String age =
          Census.parse(REGISTRY.study(i))
              .at("/protocolSection/eligibilityModule/minimumAge")
              .asText();
      units.add(age.substring(age.indexOf(' ') + 1));
    }
    assertThat(units)
        .contains("Minute", "Minutes", "Hour", "Hours", "Day", "Days", "Week", "Weeks")
        .contains("Month", "Months", "Year", "Years");
  }

  @Test
  void criteriaHaveMarkdownBulletsAndEscapes() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      all.append(
          Census.parse(REGISTRY.study(i))
              .at("/protocolSection/eligibilityModule/eligibilityCriteria")
              .asText());
    }
    assertThat(all)
        .contains("Inclusion Criteria:\n\n* ", "\\>= ", "\\< ", "\n\nExclusion Criteria:\n\n");
  }

  @Test
  void someSitesLackAPointSomeStudiesLackPhasesSomeHaveNa() {
    String all =
        IntStream.range(0, 300)
            .mapToObj(i -> new String(REGISTRY.study(i), StandardCharsets.UTF_8))
            .reduce("", String::concat);
    assertThat(all)
        .contains("\"phases\":[\"NA\"]", "\"studyType\":\"OBSERVATIONAL\",\"")
        .containsPattern("\"country\":\"[^\"]+\"},");
  }
}
