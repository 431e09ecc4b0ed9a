package org.studyatlas.http.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.facet.Facet;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.SearchRequest;

/**
 * What {@code /search} shows of the studies found.
 *
 * @param size greatest number of hits
 * @param cursor where the page begins, or null for the first one
 * @param maxSites greatest number of matching sites listed for a hit
 * @param facets what to count
 */
record PageParameters(int size, @Nullable String cursor, int maxSites, List<FacetRequest> facets) {

  /** Their names. */
  static final String[] NAMES = {"facets", "facetSize", "pageSize", "cursor", "maxSites"};

  private static final int MAX_PAGE_SIZE = 1_000;
  private static final int MAX_SITES = 2_000;
  private static final int MAX_FACET_VALUES = 1_000;

  /** Reads them. */
  static PageParameters read(RequestParameters parameters) {
    NativeParameters given = new NativeParameters(parameters);
    return new PageParameters(
        given.number("pageSize", 0, MAX_PAGE_SIZE, 10),
        given.find("cursor").orElse(null),
        given.number("maxSites", 0, MAX_SITES, 10),
        facets(given));
  }

  private static List<FacetRequest> facets(NativeParameters given) {
    int top = given.number("facetSize", 1, MAX_FACET_VALUES, 20);
    List<FacetRequest> requests = new ArrayList<>();
    for (String name : given.list("facets")) {
      Facet facet =
          Facet.find(name).orElseThrow(() -> given.unknown("facets", name, Facet.parameters()));
      requests.add(new FacetRequest(facet.field(), top));
    }
    return requests;
  }

  /** The search with this page of it, its total counted. */
  SearchRequest of(SearchRequest search) {
    return search.withPage(new SearchRequest.Page(size, cursor, true)).withFacets(facets);
  }
}
