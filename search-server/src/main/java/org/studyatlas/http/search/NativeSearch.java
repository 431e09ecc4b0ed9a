package org.studyatlas.http.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.studyatlas.places.Resolution;
import org.studyatlas.query.Choice;
import org.studyatlas.query.SearchRequest;

/**
 * A search of the native face, read from its parameters: what is found and in which order. Which
 * part of it is shown, and how, is up to the endpoint.
 *
 * @param request the search, with the default page and no facets
 * @param clauses all that the request demands of studies, by the parameter that demands it
 * @param normal the parameters in normal form: sent again, they find the same
 * @param near what the name of a place in {@code near} means; null if there is none
 * @param warnings what the client should know of how they were read, a sentence each
 */
public record NativeSearch(
    SearchRequest request,
    List<Choice> clauses,
    Map<String, String> normal,
    Resolution.@Nullable Found near,
    List<String> warnings) {

  /** Copies lists and map, keeping the map's order. */
  public NativeSearch {
    normal = Collections.unmodifiableMap(new LinkedHashMap<>(normal));
    clauses = List.copyOf(clauses);
    warnings = List.copyOf(warnings);
  }
}
