package org.studyatlas.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.FilterParameters;
import org.studyatlas.query.GeoDecay;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.query.Sort;
import org.studyatlas.search.MatchedSite;
import org.studyatlas.search.SearchPage;
import org.studyatlas.search.StudyHit;
import org.studyatlas.search.TestIndex;

/** The engine on all real studies against plain scans of their JSON. */
class RealStudiesTest {

  private static final int CIRCLES = 250;
  private static final long SEED = Long.getLong("studyatlas.circles.seed", 20261121);
  private static final SearchRequest EVERYTHING =
      SearchRequest.ALL.withPage(new SearchRequest.Page(10_000, null, true));

  private static TestIndex index;

  /** What the scans need of a study; its whole tree would not fit for all of them. */
  private record Scanned(String id, Map<String, List<String>> values, List<Site> sites) {
    List<String> of(String piece) {
      return values.getOrDefault(piece, List.of());
    }
  }

  private record Site(int ordinal, GeoPoint point, String status, boolean resolved) {}

  private static final ReferenceCities CITIES = new ReferenceCities();
  private static final List<Scanned> STUDIES = new ArrayList<>();
  private static final List<String> PIECES =
      List.of(
          "OverallStatus",
          "Phase",
          "StudyType",
          "LeadSponsorClass",
          "LocationCountry",
          "BriefTitle",
          "Condition",
          "EligibilityCriteria",
          "LeadSponsorName");

  @BeforeAll
  static void build() {
    List<byte[]> records = RealStudies.records(SharedData.require("data/registry-sample.zip"), 1);
    records.forEach(record -> CITIES.scan(RealStudies.tree(record)));
    records.forEach(record -> STUDIES.add(scan(RealStudies.tree(record))));
    STUDIES.sort(Comparator.comparing(Scanned::id));
    index = TestIndex.of(records, 1_000);
  }

  @AfterAll
  static void close() throws IOException {
    if (index != null) {
      index.close();
    }
  }

  private static Scanned scan(JsonNode study) {
    Map<String, List<String>> values = new HashMap<>();
    for (String piece : PIECES) {
      Field field = FieldCatalogue.standard().getPiece(piece);
      values.put(piece, JsonValues.ofStudy(study, field));
    }
    List<Site> sites = new ArrayList<>();
    List<JsonNode> nodes = JsonValues.sites(study);
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode site = nodes.get(i);
      int ordinal = i;
      CITIES
          .where(site)
          .ifPresent(
              point ->
                  sites.add(
                      new Site(
                          ordinal, point, site.path("status").asText(), !site.has("geoPoint"))));
    }
    return new Scanned(RealStudies.id(study), values, sites);
  }

  @Test
  void radiusResultsEqualAHaversineLoop() {
    Random random = new Random(SEED);
    int found = 0;
    for (int i = 0; i < CIRCLES; i++) {
      Circle circle = circle(random, i);
      boolean recruiting = random.nextBoolean();
      String what = "seed %d, circle %d: %s".formatted(SEED, i, circle);
      List<StudyHit> hits = search(circle, recruiting).hits();
      Map<String, List<Site>> expected = expected(circle, recruiting);
      assertThat(hits)
          .as(what)
          .extracting(h -> h.id().toString())
          .containsExactlyInAnyOrderElementsOf(expected.keySet());
      double last = 0;
      for (StudyHit hit : hits) {
        assertSites(
            what,
            hit.sites(),
            expected.getOrDefault(hit.id().toString(), List.of()),
            circle.center());
        assertThat(hit.sites().getFirst().meters()).as(what).isGreaterThanOrEqualTo(last);
        last = hit.sites().getFirst().meters();
      }
      found += hits.isEmpty() ? 0 : 1;
    }
    assertThat(found).as("circles that hold a site").isGreaterThan(CIRCLES / 4);
  }

  /** Where nothing is asked of the text, relevance is what the distance leaves of it. */
  @Test
  void relevanceWithoutWordsIsNearness() {
    Random random = new Random(SEED);
    for (int i = 0; i < CIRCLES / 5; i++) {
      Circle circle = new Circle(aSite(random), new Distance(2_000_000));
      List<StudyHit> hits =
          index
              .search(
                  EVERYTHING
                      .withFilter(FilterParameters.within(circle))
                      .withOrigin(circle.center(), GeoDecay.DEFAULT)
                      .withSort(List.of(new Sort.ByRelevance(true))))
              .hits();
      assertThat(hits).as("seed %d, circle %d: %s", SEED, i, circle).isNotEmpty();
      double last = 1;
      for (StudyHit hit : hits) {
        double factor = GeoDecay.DEFAULT.factor(nearest(hit.id().toString(), circle.center()));
        assertThat(factor).as("seed %d, circle %d: %s", SEED, i, circle).isLessThan(last + 1e-6);
        last = factor;
      }
    }
  }

  private static double nearest(String id, GeoPoint center) {
    return STUDIES.stream()
        .filter(study -> study.id.equals(id))
        .flatMap(study -> study.sites.stream())
        .filter(site -> !site.resolved)
        .mapToDouble(site -> center.metersTo(site.point))
        .min()
        .orElseThrow();
  }

  private static void assertSites(
      String what, List<MatchedSite> actual, List<Site> expected, GeoPoint center) {
    assertThat(actual)
        .as(what)
        .extracting(MatchedSite::ordinal)
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(Site::ordinal).toList());
    for (MatchedSite site : actual) {
      Site real =
          expected.stream().filter(s -> s.ordinal == site.ordinal()).findFirst().orElseThrow();
      assertThat(site.meters()).as(what).isCloseTo(center.metersTo(real.point), within(0.01));
      assertThat(site.resolved()).as(what).isEqualTo(real.resolved);
    }
    assertThat(actual).as(what).isSortedAccordingTo(Comparator.comparing(MatchedSite::meters));
  }

  /** Around the poles, on the date line, of no size, and anywhere near a site. */
  private static Circle circle(Random random, int i) {
    GeoPoint center =
        switch (i % 10) {
          case 0 -> new GeoPoint(random.nextBoolean() ? 90 : -90, random.nextDouble(-180, 180));
          case 1 -> new GeoPoint(random.nextDouble(-89, 89), random.nextBoolean() ? 180 : -180);
          case 2 -> new GeoPoint(random.nextDouble(-60, 70), random.nextDouble(-180, 180));
          default -> aSite(random);
        };
    double meters = i % 25 == 3 ? 0 : Math.pow(10, random.nextDouble(2, 7.2));
    return new Circle(center, new Distance(meters));
  }

  private static GeoPoint aSite(Random random) {
    List<Site> sites = List.of();
    while (sites.isEmpty()) {
      sites = STUDIES.get(random.nextInt(STUDIES.size())).sites;
    }
    return sites.get(random.nextInt(sites.size())).point;
  }

  private static SearchPage search(Circle circle, boolean recruiting) {
    SiteConditions conditions =
        new SiteConditions(
            recruiting ? List.of("RECRUITING") : List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            circle);
    return index.search(
        EVERYTHING
            .withSites(conditions)
            .withOrigin(circle.center(), null)
            .withSort(List.of(new Sort.ByDistance())));
  }

  private static Map<String, List<Site>> expected(Circle circle, boolean recruiting) {
    Map<String, List<Site>> expected = new HashMap<>();
    for (Scanned study : STUDIES) {
      List<Site> sites =
          study.sites.stream()
              .filter(site -> circle.contains(site.point))
              .filter(site -> !recruiting || site.status.equals("RECRUITING"))
              .toList();
      if (!sites.isEmpty()) {
        expected.put(study.id, sites);
      }
    }
    return expected;
  }

  /** Words by a regular expression over the text: no analyzer in common with the index. */
  @ParameterizedTest
  @CsvSource({
    "BriefTitle, melanoma, (?i)melanomas?",
    "BriefTitle, diabetes, (?i)diabetes",
    "BriefTitle, placebo, (?i)placebos?",
    "Condition, asthma, (?i)asthmas?",
    "Condition, stroke, (?i)strokes?",
    "EligibilityCriteria, pregnancy, (?i)pregnanc(y|ies)",
    "EligibilityCriteria, hepatitis, (?i)hepatitis",
    "LeadSponsorName, Pfizer, (?i)pfizer",
  })
  void wordQueriesEqualAScanOfTheText(String piece, String word, String pattern) {
    Pattern whole =
        Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}_])" + pattern + "(?:['’]s)?(?![\\p{L}\\p{M}\\p{N}_])");
    List<String> expected =
        STUDIES.stream()
            .filter(s -> s.of(piece).stream().anyMatch(v -> whole.matcher(v).find()))
            .map(Scanned::id)
            .toList();
    SearchRequest request =
        EVERYTHING.withFilter(TestIndex.parse("query.term", "AREA[" + piece + "]" + word));
    assertThat(index.find(request)).isEqualTo(expected).isNotEmpty();
  }
}
