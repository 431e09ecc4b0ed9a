package org.studyatlas.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.names.NameKind;
import org.studyatlas.search.TestIndex;

class GazetteerTest {

  private static TestIndex index;

  @BeforeAll
  static void build() {
    StudyFixture boston =
        study("NCT00000001")
            .conditions("Breast Cancer", "Asthma")
            .with("protocolSection.sponsorCollaboratorsModule.leadSponsor.name", "Pfizer");
    add(boston, 5, "Boston", "Massachusetts", "United States", "02115", 42.35843, -71.05977);
    add(boston, 1, "Boston", "MA", "United States", "02116-1234", 42.35843, -71.05977);
    add(boston, 1, "Boston", "", "United Kingdom", "PE21 9QS", 52.97633, -0.02664);
    add(boston, 2, "New York", "New York", "United States", "10001", 40.71427, -74.00597);
    add(boston, 2, "Paris", "", "France", "75013", 48.85341, 2.3488);
    add(boston, 1, "Paris", "Texas", "United States", "75460", 33.66094, -95.55551);
    StudyFixture london = study("NCT00000002").conditions("Breast cancer", "Diabetes Mellitus");
    add(london, 3, "London", "", "United Kingdom", "SW1A 1AA", 51.50853, -0.12574);
    add(london, 2, "London", "England", "United Kingdom", "SW1A 2AA", 51.50853, -0.12574);
    add(london, 1, "London", "Ontario", "Canada", "N6A 5W9", 42.98339, -81.23304);
    add(london, 3, "München", "", "Germany", "80336", 48.13743, 11.57549);
    add(london, 1, "Muenchen", "Bayern", "Germany", "81377", 48.13743, 11.57549);
    add(london, 1, "Nowhere", "", "Peru", "", 99, 0);
    add(london, 2, "Springfield", "Illinois", "United States", "", 39.80172, -89.64371);
    add(london, 1, "Springfield", "Ohio", "United States", "", 39.92423, -83.80882);
    StudyFixture third = study("NCT00000003").conditions("breast cancer", "Diabetic Foot");
    index = TestIndex.of(List.of(boston.json(), london.json(), third.json()), 1);
  }

  private static void add(
      StudyFixture study,
      int times,
      String city,
      String state,
      String country,
      String zip,
      double lat,
      double lon) {
    Map<String, Object> site = new HashMap<>(Map.of("city", city, "country", country));
    site.put("facility", "Clinic of " + city);
    if (!state.isEmpty()) {
      site.put("state", state);
    }
    if (!zip.isEmpty()) {
      site.put("zip", zip);
    }
    if (lat <= 90) {
      site.put("lat", lat);
      site.put("lon", lon);
    }
    for (int i = 0; i < times; i++) {
      study.site(site);
    }
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Boston | city | Boston, Massachusetts, United States | 1",
        "boston, ma | city | Boston, Massachusetts, United States | 0",
        "Boston, Massachusetts, USA | city | Boston, Massachusetts, United States | 0",
        "boston ma | city | Boston, Massachusetts, United States | 0",
        "Boston, UK | city | Boston, United Kingdom | 0",
        "paris, france | city | Paris, France | 0",
        "Paris TX | city | Paris, Texas, United States | 0",
        "London | city | London, United Kingdom | 1",
        "London, Ontario | city | London, Ontario, Canada | 0",
        "London, ON | city | London, Ontario, Canada | 0",
        "München | city | München, Germany | 0",
        "munchen | city | München, Germany | 0",
        "Muenchen, DE | city | München, Germany | 0",
        "New York | city | New York, New York, United States | 1",
        "MA | state | Massachusetts, United States | 0",
        "Springfield, OH | city | Springfield, Ohio, United States | 0",
        "uk | country | United Kingdom | 0",
        "Germany | country | Germany | 0",
        "02115 | zip | 02115, Boston, United States | 0",
        "02115, US | zip | 02115, Boston, United States | 0",
        "02116 | zip | 02116-1234, Boston, United States | 0",
        "02199 | zip-prefix | 02115, Boston, United States | 0",
        "SW1A 1AA | zip | SW1A 1AA, London, United Kingdom | 0",
        "sw1a1aa | zip | SW1A 1AA, London, United Kingdom | 0",
        "SW1A | zip-prefix | SW1A 1AA, London, United Kingdom | 0",
        "SW1A 9ZZ, UK | zip-prefix | SW1A 1AA, London, United Kingdom | 0",
      })
  void resolvesNamesAndPostalCodes(String text, String kind, String label, int others)
      throws IOException {
    Resolution.Found found = (Resolution.Found) index.gazetteer().resolve(text);
    assertThat(found.place().name().kind().text()).isEqualTo(kind);
    assertThat(found.place().label()).isEqualTo(label);
    assertThat(found.otherCount()).isEqualTo(others);
    assertThat(found.isAmbiguous()).isEqualTo(others > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Atlantis", "Boston, France", "99999, FR", "?", ",", "  "})
  void tellsThatAPlaceIsUnknown(String text) throws IOException {
    assertThat(index.gazetteer().resolve(text)).isInstanceOf(Resolution.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bostom | Boston, Massachusetts, United States",
        "Springfeild | Springfield, Illinois, United States",
        "Lodnon, Ontario | London, Ontario, Canada",
        "Boston, France | Boston, Massachusetts, United States",
      })
  void saysWhichPlaceMayHaveBeenMeant(String text, String label) throws IOException {
    Resolution.Unknown unknown = (Resolution.Unknown) index.gazetteer().resolve(text);
    assertThat(unknown.similar()).startsWith(label);
  }

  @Test
  void tellsThatNoSiteOfAPlaceHasCoordinates() throws IOException {
    assertThat(index.gazetteer().resolve("Nowhere, Peru")).isInstanceOf(Resolution.Nowhere.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bos | Boston, Massachusetts, United States; Boston, United Kingdom",
        "bo | Boston, Massachusetts, United States; Boston, United Kingdom",
        "new y | New York, New York, United States; New York, United States",
        "york new | New York, New York, United States; New York, United States",
        "london ont | London, Ontario, Canada",
        "ontario london | London, Ontario, Canada",
        "mün | München, Germany",
        "muen | München, Germany",
        "munchen | München, Germany",
        "SW1A1 | SW1A 1AA, London, United Kingdom",
        "bostom | Boston, Massachusetts, United States; Boston, United Kingdom",
        "sprngfi | Springfield, Illinois, United States; Springfield, Ohio, United States",
      })
  void completesPlaces(String text, String labels) throws IOException {
    List<Completion> found = index.gazetteer().complete(text, List.of(), "", 10);
    assertThat(found.stream().map(completion -> completion.place().label()).toList())
        .containsExactlyInAnyOrder(labels.split("; "));
  }

  @Test
  void completesWithinACountryAndAKind() throws IOException {
    Gazetteer gazetteer = index.gazetteer();
    assertThat(gazetteer.complete("bos", List.of(), "GB", 10))
        .singleElement()
        .satisfies(c -> assertThat(c.place().name().country()).isEqualTo("United Kingdom"));
    assertThat(gazetteer.complete("new york", List.of(NameKind.STATE), "", 10))
        .singleElement()
        .satisfies(c -> assertThat(c.place().name().kind()).isEqualTo(NameKind.STATE));
  }

  @Test
  void countsTheSitesOfAllSpellingsAndTheNamesakes() throws IOException {
    Completion london = index.gazetteer().complete("London", List.of(), "", 10).getFirst();
    assertThat(london.place().sites()).isEqualTo(5);
    assertThat(london.namesakes()).isEqualTo(2);
    assertThat(london.corrected()).isFalse();
    Completion typo = index.gazetteer().complete("Lodon", List.of(), "", 10).getFirst();
    assertThat(typo.corrected()).isTrue();
  }

  @Test
  void aPlaceHasTheSitesOfAllItsEntriesWhateverTheLimit() throws IOException {
    Random random = new Random(7);
    StudyFixture study = study("NCT00000001");
    Map<String, Integer> sites = new HashMap<>();
    for (int city = 0; city < 80; city++) {
      int states = 1 + random.nextInt(5);
      for (int state = 0; state < states; state++) {
        int some = 1 + random.nextInt(4);
        String name = "Bk" + city + "x";
        add(study, some, name, "Region " + (char) ('p' + state), "Peru", "", 9 - city / 5.0, -75);
        sites.merge(name, some, Integer::sum);
      }
    }
    try (TestIndex cities = TestIndex.of(List.of(study.json()), 1)) {
      for (String text : List.of("b", "bk", "bk1", "region b")) {
        List<Integer> most =
            sites.keySet().stream()
                .filter(name -> !text.equals("bk1") || name.startsWith("Bk1"))
                .map(sites::get)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int limit : List.of(1, 2, 3, 10, 100)) {
          List<Place> found =
              cities.gazetteer().complete(text, List.of(NameKind.CITY), "", limit).stream()
                  .map(Completion::place)
                  .toList();
          assertThat(found)
              .allMatch(place -> place.sites() == sites.getOrDefault(place.name().name(), 0));
          assertThat(found.stream().map(Place::sites).toList())
              .as(text + " " + limit)
              .isEqualTo(most.subList(0, Math.min(limit, most.size())));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "condition | breast | Breast Cancer 3",
        "condition | cancer br | Breast Cancer 3",
        "condition | d | Diabetes Mellitus 1; Diabetic Foot 1",
        "condition | diabets | Diabetes Mellitus 1; Diabetic Foot 1",
        "condition | diabetes melitus | Diabetes Mellitus 1",
        "condition | xyz | ",
        "condition | ? | ",
        "sponsor | pfi | Pfizer 1",
        "facility | clinic lon | Clinic of London 1",
      })
  void suggestsNamesWithTheirStudies(String kind, String text, String names) throws IOException {
    List<String> found = new ArrayList<>();
    for (Suggestion suggestion :
        index.gazetteer().suggest(text, NameKind.find(kind).orElseThrow(), 10)) {
      found.add(suggestion.name().name() + " " + suggestion.name().studies());
    }
    assertThat(String.join("; ", found)).isEqualTo(names == null ? "" : names);
  }
}
