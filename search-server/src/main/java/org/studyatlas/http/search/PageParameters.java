package org.studyatlas.http.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.api.ShownDefinitions;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SearchedTargets;
import org.studyatlas.render.FieldSelection;
import org.studyatlas.render.InvalidFieldsException;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;

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

  private static final int MAX_FACET_WORDS = 20;

  /** Copies the list. */
  PageParameters {
    facets = List.copyOf(facets);
  }

  /** Reads them, for a search. */
  static PageParameters read(RequestParameters parameters, SearchRequest search) {
    NativeParameters given = new NativeParameters(parameters);
    return new PageParameters(
        given.number(ShownDefinitions.PAGE_SIZE),
        given.find(ShownDefinitions.CURSOR).orElse(null),
        given.number(ShownDefinitions.MAX_SITES),
        fields(given, search),
        given.flag(ShownDefinitions.HIGHLIGHT).orElse(false),
        given.flag(ShownDefinitions.EXPLAIN).orElse(false),
        facets(given));
  }

  private static @Nullable FieldSelection fields(NativeParameters given, SearchRequest search) {
    Optional<String> text = given.find(ShownDefinitions.FIELDS);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return FieldSelection.parse(text.get(), SearchedTargets.fields(search.query()));
    } catch (InvalidFieldsException e) {
      throw NativeParameters.refused(
          "unknown-field", "fields", text.get(), String.valueOf(e.getMessage()));
    }
  }

  private static List<FacetRequest> facets(NativeParameters given) {
    int top = given.number(ShownDefinitions.FACET_SIZE);
    Map<String, String> beginnings = beginnings(given);
    List<FacetRequest> requests = new ArrayList<>();
    for (String name : given.words(ShownDefinitions.FACETS)) {
      requests.add(new FacetRequest(name, top, beginnings.remove(name)));
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
    for (String item : given.names(ShownDefinitions.FACET_QUERY)) {
      int colon = item.indexOf(':');
      if (colon < 0) {
        throw NativeParameters.refused(
            "invalid-facet-query",
            "facetQuery",
            item,
            "expected the facet and the beginning of its value such as sponsor:univ");
      }
      String name = facet(given, item.substring(0, colon).strip());
      String words = item.substring(colon + 1).strip();
      requireFewWords(words);
      beginnings.put(name, words);
    }
    return beginnings;
  }

  /** Each word is looked for in every value of the facet. */
  private static void requireFewWords(String text) {
    int words = Word.listOf(new WordAnalyzer(), text).size();
    if (words > MAX_FACET_WORDS) {
      throw NativeParameters.refused(
          "invalid-facet-query",
          "facetQuery",
          null,
          "at most %d words are taken, got %d".formatted(MAX_FACET_WORDS, words));
    }
  }

  private static String facet(NativeParameters given, String name) {
    List<String> facets = ShownDefinitions.FACETS.words();
    if (!facets.contains(name)) {
      throw given.unknown(ShownDefinitions.FACET_QUERY, name, facets);
    }
    return name;
  }

  /** The search with this page of it, its total counted. */
  SearchRequest of(SearchRequest search) {
    return search.withPage(new SearchRequest.Page(size, cursor, true)).withFacets(facets);
  }
}
