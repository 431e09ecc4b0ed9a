package org.studyatlas.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.facet.Facet;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.sample.SampleOptions;
import org.studyatlas.sample.SampleRegistry;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/**
 * {@code /search} of a running server against plain scans of the studies' JSON, for random
 * combinations of filters: totals, matching sites, distances, facets, what filters drop.
 *
 * <p>{@code -Dstudyatlas.oracle.seed=n} repeats a run, {@code -Dstudyatlas.oracle.searches=n} sets
 * its length.
 */
class NativeSearchOracleTest {

  private static final int SEARCHES = Integer.getInteger("studyatlas.oracle.searches", 200);
  private static final long SEED =
      Long.getLong("studyatlas.oracle.seed", System.nanoTime() & 0xffffff);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void agreesOnRealStudies() throws IOException {
    agrees(RealStudies.records(SharedData.require("data/registry-sample.zip"), 20), SEARCHES);
  }

  @Test
  void agreesOnSyntheticStudies() throws IOException {
    SampleRegistry registry = new SampleRegistry(SampleOptions.of(300, 11));
    agrees(IntStream.range(0, 300).mapToObj(registry::study).toList(), SEARCHES / 3);
  }

  private void agrees(List<byte[]> records, int searches) throws IOException {
    List<JsonNode> studies = new ArrayList<>();
    records.forEach(record -> studies.add(RealStudies.tree(record)));
    ReferenceCities.fillIn(studies);
    new PublishedIndex(folder).publishRecords("2026-08-14-1", records);
    Random random = new Random(SEED);
    RandomFilters filters = new RandomFilters(studies, random);
    int found = 0;
    try (TestServer server = TestServer.over(folder)) {
      for (int i = 0; i < searches; i++) {
        List<NativeFilter> chosen = choose(filters, random);
        Facet facet = Facet.values()[random.nextInt(Facet.values().length)];
        Facet own = own(chosen, random, facet);
        String query = query(chosen) + "&explain=true&facets=" + facet.parameter();
        query += own == facet ? "" : "," + own.parameter();
        String what = "seed %d, search %d: %s".formatted(SEED, i, query);
        JsonNode answer = get(server, query);
        Map<JsonNode, List<JsonNode>> expected = scan(studies, chosen, null);
        checkHits(what, answer, chosen, expected);
        for (Facet counted : List.of(facet, own)) {
          checkFacet(what, answer, counted, scan(studies, chosen, counted.parameter()));
        }
        checkEffects(what, answer, studies, chosen, expected.size());
        found += expected.isEmpty() ? 0 : 1;
      }
    }
    assertThat(found).as("searches that find something").isGreaterThan(searches / 4);
  }

  private static List<NativeFilter> choose(RandomFilters filters, Random random) {
    Map<String, NativeFilter> chosen = new LinkedHashMap<>();
    if (random.nextInt(3) == 0) {
      chosen.put("q", filters.words());
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      NativeFilter filter = filters.ofStudies();
      chosen.putIfAbsent(filter.parameter(), filter);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      NativeFilter filter = filters.ofSites();
      chosen.putIfAbsent(filter.parameter(), filter);
    }
    return List.copyOf(chosen.values());
  }

  /** A facet whose own choice is among the filters, if there is one. */
  private static Facet own(List<NativeFilter> chosen, Random random, Facet otherwise) {
    List<Facet> own =
        chosen.stream().flatMap(filter -> Facet.find(filter.parameter()).stream()).toList();
    return own.isEmpty() ? otherwise : own.get(random.nextInt(own.size()));
  }

  private static String query(List<NativeFilter> filters) {
    StringBuilder query = new StringBuilder("pageSize=1000&maxSites=2000&facetSize=1000");
    for (NativeFilter filter : filters) {
      boolean near = filter.parameter().equals("near");
      String[] parts = near ? filter.text().split(";") : new String[] {filter.text()};
      query.append('&').append(filter.parameter()).append('=').append(encoded(parts[0]));
      query.append(near ? "&within=" + parts[1] : "");
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode get(TestServer server, String query) throws IOException {
    HttpResponse<String> response = server.get("/search?" + query);
    assertThat(response.statusCode()).as("%s: %s", query, response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** The studies that fulfil all filters but one, with their matching sites. */
  private static Map<JsonNode, List<JsonNode>> scan(
      List<JsonNode> studies, List<NativeFilter> filters, @Nullable String except) {
    List<NativeFilter> others =
        filters.stream().filter(filter -> !filter.parameter().equals(except)).toList();
    return scan(
        studies,
        all(others, false, NativeFilter::holds),
        others.stream().anyMatch(NativeFilter::ofSite),
        all(others, true, NativeFilter::holds));
  }

  private static Predicate<JsonNode> all(
      List<NativeFilter> filters,
      boolean ofSite,
      Function<NativeFilter, Predicate<JsonNode>> test) {
    return filters.stream()
        .filter(filter -> filter.ofSite() == ofSite)
        .map(test)
        .reduce(node -> true, Predicate::and);
  }

  private static Map<JsonNode, List<JsonNode>> scan(
      List<JsonNode> studies,
      Predicate<JsonNode> study,
      boolean needsSite,
      Predicate<JsonNode> site) {
    Map<JsonNode, List<JsonNode>> found = new IdentityHashMap<>();
    for (JsonNode each : studies) {
      List<JsonNode> sites = JsonValues.sites(each).stream().filter(site).toList();
      if (study.test(each) && (!needsSite || !sites.isEmpty())) {
        found.put(each, sites);
      }
    }
    return found;
  }

  private static void checkHits(
      String what,
      JsonNode answer,
      List<NativeFilter> filters,
      Map<JsonNode, List<JsonNode>> expected) {
    Map<String, JsonNode> hits = new TreeMap<>();
    answer.get("hits").forEach(hit -> hits.put(hit.get("nctId").asText(), hit));
    Map<String, List<JsonNode>> byId = new TreeMap<>();
    expected.forEach((study, sites) -> byId.put(RealStudies.id(study), sites));
    assertThat(hits.keySet()).as(what).isEqualTo(byId.keySet());
    assertThat(answer.get("total").asInt()).as(what).isEqualTo(byId.size());
    assertThat(answer.at("/receipt/total").asInt()).as(what).isEqualTo(byId.size());
    if (filters.stream().anyMatch(NativeFilter::ofSite)) {
      hits.forEach((id, hit) -> checkSites(what, hit, filters, byId.getOrDefault(id, List.of())));
    }
  }

  private static void checkSites(
      String what, JsonNode hit, List<NativeFilter> filters, List<JsonNode> expected) {
    List<JsonNode> sites = new ArrayList<>();
    hit.get("matchedSites").forEach(sites::add);
    assertThat(hit.get("matchedSiteCount").asInt()).as(what).isEqualTo(expected.size());
    assertThat(sites.stream().map(NativeSearchOracleTest::names))
        .as(what)
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(NativeSearchOracleTest::names).toList());
    filters.stream()
        .filter(filter -> filter.parameter().equals("near"))
        .forEach(near -> checkDistances(what, near, sites, expected));
  }

  private static String names(JsonNode site) {
    return String.join(
        "/",
        site.path("facility").asText(),
        site.path("city").asText(),
        site.path("country").asText(),
        site.path("status").asText());
  }

  private static void checkDistances(
      String what, NativeFilter near, List<JsonNode> sites, List<JsonNode> expected) {
    String[] degrees = near.text().split("[,;]");
    GeoPoint center = new GeoPoint(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
    List<Double> kilometers =
        expected.stream()
            .flatMap(site -> ReferenceSearch.point(site).stream())
            .map(point -> Math.round(center.metersTo(point) / 100) / 10.0)
            .sorted(Comparator.naturalOrder())
            .toList();
    assertThat(sites.stream().map(site -> site.get("distanceKm").asDouble()))
        .as(what)
        .isEqualTo(kilometers);
  }

  private static void checkFacet(
      String what, JsonNode answer, Facet facet, Map<JsonNode, List<JsonNode>> counted) {
    Map<String, Integer> expected = PlainFacets.count(facet, counted);
    JsonNode actual = answer.at("/facets/" + facet.parameter());
    boolean place = facet == Facet.STATE || facet == Facet.CITY;
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode value : actual.get("values")) {
      StringBuilder name = new StringBuilder();
      if (place) {
        value.path("above").forEach(above -> name.append(above.asText()).append('/'));
      }
      counts.put(name + value.get("value").asText(), value.get("studies").asInt());
    }
    assertThat(actual.get("distinct").asInt()).as("%s: %s", what, facet).isEqualTo(expected.size());
    if (expected.size() > counts.size()) {
      expected.keySet().retainAll(counts.keySet());
    }
    assertThat(counts).as("%s: %s", what, facet).isEqualTo(expected);
  }

  private static void checkEffects(
      String what, JsonNode answer, List<JsonNode> studies, List<NativeFilter> filters, int total) {
    for (NativeFilter filter : filters) {
      String name = filter.parameter().equals("near") ? "within" : filter.parameter();
      JsonNode effect = answer.at("/filters/" + name);
      int without = scan(studies, filters, filter.parameter()).size();
      assertThat(effect.get("withoutFilter").asInt()).as(what).isEqualTo(without);
      assertThat(effect.get("excludedForMissing").asInt())
          .as("%s: %s", what, name)
          .isEqualTo(missing(studies, filters, filter));
      assertThat(without).isGreaterThanOrEqualTo(total);
    }
  }

  /** Studies that are not found, but would be if the filter took a missing value. */
  private static int missing(
      List<JsonNode> studies, List<NativeFilter> filters, NativeFilter filter) {
    List<NativeFilter> others = new ArrayList<>(filters);
    others.set(
        filters.indexOf(filter),
        new NativeFilter("", "", filter.ofSite(), filter.missing(), filter.missing()));
    Map<JsonNode, List<JsonNode>> withMissing = scan(studies, others, null);
    withMissing.keySet().removeAll(scan(studies, filters, null).keySet());
    return withMissing.size();
  }
}
