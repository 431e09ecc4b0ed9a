package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.studyatlas.facet.Facet;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.query.Sort;

/**
 * Warms a generation: reads the points of all sites into memory, and makes searches like those that
 * will come: words over all weighted fields, every facet, recruiting sites around a city by
 * distance, all studies.
 */
public final class TypicalSearches implements WarmUp {

  private static final List<String> WORDS = List.of("cancer", "type 2 diabetes", "placebo");
  private static final GeoPoint NEW_YORK = new GeoPoint(40.71, -74.01);
  private static final Distance RADIUS = new Distance(80_000);

  @Override
  public void run(OpenGeneration generation) throws IOException {
    generation.searcher().loadPoints();
    generation.gazetteer().complete("new y", List.of(), "", 1);
    for (SearchRequest request : requests()) {
      try {
        generation.searcher().search(request);
      } catch (CursorException | OversizedQueryException e) {
        throw new IllegalStateException("a warm-up has no cursor and is small", e);
      } catch (SlowSearchException e) {
        return; // a cold disk, which is no reason to refuse the index
      }
    }
  }

  private static List<SearchRequest> requests() {
    List<FacetRequest> facets = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      facets.add(new FacetRequest(facet.parameter(), 10));
    }
    List<SearchRequest> requests = new ArrayList<>();
    requests.add(SearchRequest.ALL.withFacets(facets));
    for (String words : WORDS) {
      requests.add(SearchRequest.ALL.withQuery(words(words)).withFacets(facets));
    }
    requests.add(
        SearchRequest.ALL
            .withQuery(words(WORDS.getFirst()))
            .withSites(recruitingNearby())
            .withOrigin(NEW_YORK, null)
            .withSort(List.of(new Sort.ByDistance())));
    return requests;
  }

  private static Expr words(String text) {
    return Expr.Words.of(
        SearchTarget.area("BasicSearch"), text, Expansion.RELAXATION, Coverage.CONTAINS);
  }

  private static SiteConditions recruitingNearby() {
    return new SiteConditions(
        List.of("RECRUITING"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Circle(NEW_YORK, RADIUS));
  }
}
