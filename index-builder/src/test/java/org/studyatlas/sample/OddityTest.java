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
  private static final World WORLD = World.read();
  private static final SampleRegistry REGISTRY =
      new SampleRegistry(SampleOptions.of(STUDIES, 2), WORLD);

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
  void occursOnceInAThousandStudiesWhateverTheSeed(Oddity oddity) {
    assertThat(having(oddity)).hasSize(1);
    int position =
        IntStream.range(0, STUDIES)
            .filter(i -> Oddity.at(i, STUDIES).contains(oddity))
            .findFirst()
            .orElseThrow();
    for (long seed = 1; seed <= 20; seed++) {
      byte[] record = new SampleRegistry(SampleOptions.of(STUDIES, seed), WORLD).study(position);
      assertThat(shows(oddity, record)).as("%s with seed %d", oddity, seed).isTrue();
    }
  }

  private static boolean shows(Oddity oddity, byte[] record) {
    JsonNode study = Census.parse(record);
    JsonNode protocol = study.path("protocolSection");
    return switch (oddity) {
      case ALIAS_OF_ANOTHER_STUDY -> protocol.at("/identificationModule/nctIdAliases").size() == 1;
      case VERY_MANY_SITES -> sites(study).size() == 1_500;
      case VERY_LARGE_RECORD -> record.length > 1_500_000;
      case CURLY_APOSTROPHE -> sites(study).findValuesAsText("country").contains("Côte d’Ivoire");
      case TRAILING_BLANK ->
          sites(study).findValuesAsText("country").contains("Bonaire, Saint Eustatius and Saba ");
      case ENROLLMENT_UNKNOWN ->
          protocol.at("/designModule/enrollmentInfo/count").intValue() == 99_999_999;
      case UNKNOWN_FIELD -> protocol.has("futureModule");
      case MISSING_MODULES -> !protocol.has("designModule");
      case VIOLATION -> study.at("/annotationSection/annotationModule").has("violationAnnotation");
      case MINUTE, MINUTES, HOUR, HOURS, DAY, DAYS, WEEK, WEEKS, MONTH, MONTHS, YEAR ->
          protocol
              .at("/eligibilityModule/minimumAge")
              .asText()
              .equals(oddity.findMinimumAge().orElseThrow());
    };
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
