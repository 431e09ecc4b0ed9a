package org.studyatlas.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.GeoDecay;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.sample.SampleOptions;
import org.studyatlas.sample.SampleRegistry;

/** Conditions that are kept find the same when they are asked for again, in any company. */
class SiteFiltersTest {

  private static final int STUDIES = 400;
  private static final List<String> COUNTRIES =
      List.of(
          "United States",
          "France",
          "Germany",
          "Italy",
          "Spain",
          "China",
          "Canada",
          "Japan",
          "Poland",
          "Israel",
          "Brazil",
          "Turkey",
          "Belgium",
          "Mexico",
          "Egypt",
          "Denmark",
          "Sweden",
          "India");
  private static final Circle NEW_YORK =
      new Circle(new GeoPoint(40.71, -74.01), new Distance(300_000));

  @Test
  void findsTheSameHoweverOftenItIsAsked() throws Exception {
    try (TestIndex fresh = index();
        TestIndex warm = index()) {
      List<SearchRequest> requests = requests();
      List<List<String>> first = new ArrayList<>();
      for (SearchRequest request : requests) {
        first.add(warm.find(request));
      }
      long unplaced = 0;
      for (int i = requests.size() - 1; i >= 0; i--) {
        assertThat(warm.find(requests.get(i)))
            .as(requests.get(i).sites().toString())
            .isEqualTo(first.get(i))
            .isEqualTo(fresh.find(requests.get(i)));
        OptionalLong without = warm.searcher().countSitesWithoutPoint(requests.get(i));
        assertThat(without)
            .as("sites without a point, %s", requests.get(i).sites())
            .isEqualTo(fresh.searcher().countSitesWithoutPoint(requests.get(i)));
        unplaced += without.orElse(0);
      }
      assertThat(unplaced).isPositive();
      assertThat(first).anyMatch(ids -> ids.size() > 1).anyMatch(List::isEmpty);
    }
  }

  /**
   * More conditions than are kept: each country alone, with a status, and within a circle, where
   * the registry's own relevance by distance takes the registry's coordinates alone.
   */
  private static List<SearchRequest> requests() {
    List<SearchRequest> requests = new ArrayList<>();
    for (String country : COUNTRIES) {
      requests.add(SearchRequest.ALL.withSites(sites(country, List.of(), null)));
      requests.add(SearchRequest.ALL.withSites(sites(country, List.of("WITHDRAWN"), null)));
      SearchRequest near =
          SearchRequest.ALL.withSites(sites(country, List.of("RECRUITING"), NEW_YORK));
      requests.add(near);
      requests.add(near.withOrigin(NEW_YORK.center(), GeoDecay.DEFAULT));
    }
    return requests;
  }

  private static SiteConditions sites(
      String country, List<String> statuses, @Nullable Circle within) {
    return new SiteConditions(statuses, List.of(country), List.of(), List.of(), List.of(), within);
  }

  private static TestIndex index() throws IOException {
    SampleRegistry registry = new SampleRegistry(SampleOptions.of(STUDIES, 5));
    List<byte[]> studies = new ArrayList<>();
    for (int i = 0; i < STUDIES; i++) {
      byte[] study = registry.study(i);
      studies.add(i % 5 == 0 ? unplaced(study) : i % 5 == 1 ? withoutPoints(study) : study);
    }
    return TestIndex.of(studies, 150);
  }

  /** The same study in cities that nothing tells the place of. */
  private static byte[] unplaced(byte[] study) {
    return new String(withoutPoints(study), UTF_8)
        .replace("\"city\":\"", "\"city\":\"New Nowhere ")
        .getBytes(UTF_8);
  }

  private static byte[] withoutPoints(byte[] study) {
    return new String(study, UTF_8).replaceAll(",\"geoPoint\":\\{[^}]*}", "").getBytes(UTF_8);
  }
}
