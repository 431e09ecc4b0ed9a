package org.studyatlas.names;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.build.BuildListener;
import org.studyatlas.build.BuildOptions;
import org.studyatlas.build.BuildResult;
import org.studyatlas.build.IndexBuild;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.NameFold;
import org.studyatlas.schema.PlaceKey;

/** The index of names of all real studies against a plain scan of their JSON. */
class RealNamesTest {

  @TempDir static Path temp;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Seen> PLACES = new TreeMap<>();
  private static final Map<String, Set<String>> WORDS = new TreeMap<>();
  private static List<Record> entries = List.of();

  /** What a scan sees of a place. */
  private static final class Seen {
    private int sites;
    private final Set<String> studies = new HashSet<>();
    private final Map<GeoPoint, Integer> points = new HashMap<>();
    private int located;
  }

  @BeforeAll
  static void buildAndScan() throws IOException {
    Path zip = SharedData.require("data/registry-sample.zip");
    BuildResult result =
        IndexBuild.run(
            BuildOptions.of(List.of(zip.toString()), temp.resolve("index")),
            InputStream.nullInputStream(),
            BuildListener.NONE);
    entries = NameEntries.read(((BuildResult.Published) result).generation().names());
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".json")) {
          scan(JSON.readTree(file.getInputStream(entry)));
        }
      }
    }
  }

  private static void scan(JsonNode study) {
    String id = study.at("/protocolSection/identificationModule/nctId").asText();
    JsonNode protocol = study.get("protocolSection");
    protocol.at("/conditionsModule/conditions").forEach(c -> word("condition", c, id));
    protocol
        .at("/armsInterventionsModule/interventions")
        .forEach(i -> word("intervention", i.path("name"), id));
    word("sponsor", protocol.at("/sponsorCollaboratorsModule/leadSponsor/name"), id);
    for (JsonNode site : protocol.at("/contactsLocationsModule/locations")) {
      word("facility", site.path("facility"), id);
      place(site, id);
    }
  }

  private static void word(String kind, JsonNode value, String study) {
    String folded = NameFold.fold(value.asText());
    if (!folded.isEmpty() && folded.length() <= 300) {
      WORDS.computeIfAbsent(kind + " " + folded, k -> new HashSet<>()).add(study);
    }
  }

  private static void place(JsonNode site, String study) {
    String city = site.path("city").asText();
    String state = site.path("state").asText();
    PlaceKey key = PlaceKey.of(city, state, site.path("country").asText());
    count("city " + key.text(), site, study);
    count("country " + key.country(), site, study);
    if (!state.isEmpty()) {
      count("state " + key.state() + "|" + key.country(), site, study);
    }
    PostalCode code = PostalCode.find(site.path("zip").asText(), key.country());
    if (code != null) {
      count("zip " + code.code() + "|" + key.country(), site, study);
    }
  }

  private static void count(String name, JsonNode site, String study) {
    Seen seen = PLACES.computeIfAbsent(name, k -> new Seen());
    seen.sites++;
    seen.studies.add(study);
    JsonNode point = site.get("geoPoint");
    if (point != null) {
      seen.located++;
      seen.points.merge(
          new GeoPoint(point.get("lat").asDouble(), point.get("lon").asDouble()), 1, Integer::sum);
    }
  }

  private static String nameOf(PlaceName place) {
    PlaceKey key = PlaceKey.of(place.name(), place.state(), place.country());
    return place.kind().text()
        + " "
        + switch (place.kind()) {
          case CITY -> key.text();
          case COUNTRY -> key.country();
          case STATE -> key.state() + "|" + key.country();
          default ->
              requireNonNull(PostalCode.find(place.name(), key.country())).code()
                  + "|"
                  + key.country();
        };
  }

  @Test
  void countsAndSpotsOfEveryPlaceEqualAScan() {
    SoftAssertions softly = new SoftAssertions();
    Set<String> names = new HashSet<>();
    for (Record entry : entries) {
      if (entry instanceof PlaceName place && place.kind() != NameKind.ZIP_PREFIX) {
        String name = nameOf(place);
        assertThat(names.add(name)).as(name).isTrue();
        Seen seen = PLACES.get(name);
        assertThat(seen).as(name).isNotNull();
        softly.assertThat(place.sites()).as(name).isEqualTo(seen.sites);
        softly.assertThat(place.studies()).as(name).isEqualTo(seen.studies.size());
        softly.assertThat(place.located()).as(name).isEqualTo(seen.located);
        checkSpot(softly, name, place, seen);
      }
    }
    assertThat(names).isEqualTo(PLACES.keySet());
    softly.assertAll();
  }

  private static void checkSpot(SoftAssertions softly, String name, PlaceName place, Seen seen) {
    if (seen.points.isEmpty()) {
      return;
    }
    PlaceName.Spot spot = requireNonNull(place.spot());
    GeoPoint point = spot.point();
    int nearby = 0;
    double spread = 0;
    int most = 0;
    int chosen = 0;
    for (Map.Entry<GeoPoint, Integer> other : seen.points.entrySet()) {
      double meters = point.metersTo(other.getKey());
      spread = Math.max(spread, meters);
      nearby += meters <= 25_000 ? other.getValue() : 0;
      most = Math.max(most, other.getValue());
      chosen = meters < 2 ? Math.max(chosen, other.getValue()) : chosen;
    }
    softly.assertThat(chosen).as("%s: one of its points", name).isPositive();
    softly.assertThat(spot.nearby()).as(name).isEqualTo(nearby);
    softly.assertThat((double) spot.spreadMeters()).as(name).isBetween(spread - 1, spread + 2);
    if (spread <= 25_000) {
      softly.assertThat(chosen).as("%s: the most frequent point", name).isEqualTo(most);
    }
  }

  @Test
  void countsOfEveryWordEqualAScan() {
    Map<String, Integer> expected = new TreeMap<>();
    WORDS.forEach((name, studies) -> expected.put(name, studies.size()));
    Map<String, Integer> actual = new TreeMap<>();
    for (Record entry : entries) {
      if (entry instanceof CountedName name) {
        actual.put(name.kind().text() + " " + NameFold.fold(name.name()), name.studies());
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void placesAndWordsOfAKindStandTogetherTheMostFrequentFirst() {
    List<Record> sorted = new ArrayList<>(entries);
    sorted.sort(comparing(RealNamesTest::kind).thenComparing(entry -> -weight(entry)));
    assertThat(entries.stream().map(e -> kind(e) + " " + weight(e)))
        .containsExactlyElementsOf(sorted.stream().map(e -> kind(e) + " " + weight(e)).toList());
  }

  private static NameKind kind(Record entry) {
    return entry instanceof PlaceName place ? place.kind() : ((CountedName) entry).kind();
  }

  private static int weight(Record entry) {
    return entry instanceof PlaceName place ? place.sites() : ((CountedName) entry).studies();
  }

  @ParameterizedTest
  @CsvSource({
    "München, 48.13743, 11.57549",
    "Roma, 41.89193, 12.51133",
    "Milan, 45.46427, 9.18951",
  })
  void putsACityWhereItIsThoughMostOfItsSitesLieInAVillageOfThatName(
      String city, double lat, double lon) {
    PlaceName place =
        entries.stream()
            .filter(PlaceName.class::isInstance)
            .map(PlaceName.class::cast)
            .filter(p -> p.kind() == NameKind.CITY && p.name().equals(city))
            .findFirst()
            .orElseThrow();
    assertThat(requireNonNull(place.spot()).point().metersTo(new GeoPoint(lat, lon))).isLessThan(1);
  }
}
