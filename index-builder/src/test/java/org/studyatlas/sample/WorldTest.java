package org.studyatlas.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.GeoPoint;

/** The tables of the world are complete and sound. */
class WorldTest {

  private static final World WORLD = World.read();

  private static GeoPoint point(City city) {
    return new GeoPoint(Double.parseDouble(city.lat()), Double.parseDouble(city.lon()));
  }

  private static City city(String name, String country) {
    return WORLD.cities().all().stream()
        .filter(city -> city.name().equals(name) && city.in(country))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hundredsOfCitiesHaveAPointOnTheGlobe() {
    assertThat(WORLD.cities().all()).hasSizeGreaterThan(600).allMatch(c -> point(c).lat() != 0);
  }

  @ParameterizedTest
  @CsvSource({
    "Boston, United States, Houston, United States, 2582",
    "Paris, France, London, United Kingdom, 344",
    "New York, United States, Los Angeles, United States, 3936",
    "Sydney, Australia, Auckland, New Zealand, 2156",
    "München, Germany, Berlin, Germany, 504"
  })
  void citiesAreAsFarApartAsInReality(
      String one, String country, String other, String otherCountry, double kilometers) {
    double meters = point(city(one, country)).metersTo(point(city(other, otherCountry)));
    assertThat(meters / 1000).isCloseTo(kilometers, within(20.0));
  }

  @Test
  void noCityIsListedTwice() {
    Set<String> seen = new HashSet<>();
    assertThat(WORLD.cities().all())
        .allMatch(city -> seen.add(city.name() + "|" + city.state() + "|" + city.country()));
  }

  @Test
  void interventionTypesAndSponsorClassesAreConstants() {
    FieldCatalogue catalogue = FieldCatalogue.standard();
    List<String> types = catalogue.getEnum("InterventionType").constants();
    List<String> classes = catalogue.getEnum("AgencyClass").constants();
    assertThat(WORLD.terms().interventions().values())
        .extracting(Intervention::type)
        .allMatch(types::contains);
    Dice dice = Dice.of(1, 1);
    for (int i = 0; i < 2_000; i++) {
      assertThat(classes).contains(WORLD.sponsors().draw(dice).agencyClass());
    }
  }

  @Test
  void breastCancerIsANeoplasmAndStudiedWithAntineoplasticDrugs() {
    Condition breastCancer =
        WORLD.terms().conditions().values().stream()
            .filter(condition -> condition.name().equals("breast cancer"))
            .findFirst()
            .orElseThrow();
    assertThat(breastCancer.findMesh().map(MeshTerm::id)).contains("D001943");
    assertThat(breastCancer.findMesh().map(MeshTerm::lineage).orElseThrow()).contains("Neoplasms");
    Dice dice = Dice.of(4, 4);
    long drugs = 0;
    for (int i = 0; i < 1_000; i++) {
      Optional<MeshTerm> mesh = WORLD.terms().interventionsFor(breastCancer).draw(dice).findMesh();
      drugs += mesh.isPresent() && mesh.get().lineage().contains("Antineoplastic Agents") ? 1 : 0;
    }
    assertThat(drugs).isGreaterThan(150);
  }

  @Test
  void sponsorsGrowInNumberWithTheRegistry() {
    Dice dice = Dice.of(6, 6);
    Set<String> names = new HashSet<>();
    int early = 0;
    for (int i = 0; i < 20_000; i++) {
      names.add(WORLD.sponsors().draw(dice).name());
      early = i == 1_999 ? names.size() : early;
    }
    assertThat(names).hasSizeGreaterThan(2 * early);
  }
}
