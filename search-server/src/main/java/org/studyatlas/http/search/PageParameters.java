package org.studyatlas.http.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.facet.Facet;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.render.FieldSelection;
import org.studyatlas.render.InvalidFieldsException;

/**
 * What {@code /search} shows of the studies found.
 *
 * @param size greatest number of hits
 * @param cursor where the page begins, or null for the first one
 * @param maxSites greatest number of matching sites listed for a hit
 * @param fields what of the record is shown, or null for the compact profile
 * @param highlight whether the words found are shown in their surroundings
 * @param explain whether is told what each part of the search does
 * @param facets what to count
 */
record PageParameters(
    int size,
    @Nullable String cursor,
    int maxSites,
    @Nullable FieldSelection fields,
    boolean highlight,
    boolean explain,
    List<FacetRequest> facets) {

  /** Their names. */
  static final String[] NAMES = {
    "facets",
    "facetSize",
    "facetQuery",
    "fields",
    "highlight",
    "explain",
    "maxSites",
    "pageSize",
    "cursor"
  };

  private static final int MAX_PAGE_SIZE = 1_000;
  private static final int MAX_SITES = 2_000;
  private static final int MAX_FACET_VALUES = 1_000;

  /** Copies the list. */
  PageParameters {
    facets = List.copyOf(facets);
  }

  /** Reads them. */
  static PageParameters read(RequestParameters parameters) {
    NativeParameters given = new NativeParameters(parameters);
    return new PageParameters(
        given.number("pageSize", 0, MAX_PAGE_SIZE, 10),
        given.find("cursor").orElse(null),
        given.number("maxSites", 0, MAX_SITES, 10),
        fields(given),
        given.flag("highlight").orElse(false),
        given.flag("explain").orElse(false),
        facets(given));
  }

  private static @Nullable FieldSelection fields(NativeParameters given) {
    Optional<String> text = given.find("fields");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return FieldSelection.parse(text.get());
    } catch (InvalidFieldsException e) {
      throw NativeParameters.refused(
          "unknown-field", "fields", text.get(), String.valueOf(e.getMessage()));
    }
  }

  private static List<FacetRequest> facets(NativeParameters given) {
    int top = given.number("facetSize", 1, MAX_FACET_VALUES, 20);
    Map<String, String> beginnings = beginnings(given);
    List<FacetRequest> requests = new ArrayList<>();
    for (String name : given.list("facets")) {
      requests.add(new FacetRequest(facet(given, "facets", name), top, beginnings.remove(name)));
    }
    if (!beginnings.isEmpty()) {
      String name = beginnings.keySet().iterator().next();
      throw NativeParameters.refused(
          "missing-parameter", "facets", null, "'facetQuery' needs facets=" + name);
    }
    return requests;
  }

  /** Items such as {@code sponsor:univ}, separated by bars. */
  private static Map<String, String> beginnings(NativeParameters given) {
    Map<String, String> beginnings = new LinkedHashMap<>();
    for (String item : given.names("facetQuery")) {
      int colon = item.indexOf(':');
      if (colon < 0) {
        throw NativeParameters.refused(
            "invalid-facet-query",
            "facetQuery",
            item,
            "expected the facet and the beginning of its value such as sponsor:univ");
      }
      String name = facet(given, "facetQuery", item.substring(0, colon).strip());
      beginnings.put(name, item.substring(colon + 1).strip());
    }
    return beginnings;
  }

  private static String facet(NativeParameters given, String parameter, String name) {
    return Facet.find(name)
        .orElseThrow(() -> given.unknown(parameter, name, Facet.parameters()))
        .parameter();
  }

  /** The search with this page of it, its total counted. */
  SearchRequest of(SearchRequest search) {
    return search.withPage(new SearchRequest.Page(size, cursor, true)).withFacets(facets);
  }
}
