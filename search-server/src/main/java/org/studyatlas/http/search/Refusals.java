package org.studyatlas.http.search;

import java.io.IOException;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.search.CursorException;
import org.studyatlas.search.OversizedQueryException;

/** Tells the client what a search could not be run for. */
final class Refusals {

  /** Something that is found by a search. */
  @FunctionalInterface
  interface Finder<T> {
    T find(SearchRequest request) throws IOException, CursorException, OversizedQueryException;
  }

  private Refusals() {}

  /** What is found; a search that cannot be run is refused. */
  static <T> T of(NativeSearch search, Finder<T> finder) throws IOException {
    try {
      return finder.find(search.request());
    } catch (CursorException e) {
      throw NativeParameters.refused(
          "invalid-cursor",
          "cursor",
          null,
          "the cursor cannot be used: " + e.getMessage() + "; begin again without it");
    } catch (OversizedQueryException e) {
      throw oversized(e);
    }
  }

  /** What is told of a search that has too many parts. */
  static RefusedRequestException oversized(OversizedQueryException e) {
    return NativeParameters.refused("oversized-query", "q", null, String.valueOf(e.getMessage()));
  }
}
