package org.studyatlas.http.search;

import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import org.studyatlas.api.WordDefinitions;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.search.CursorException;
import org.studyatlas.search.OpenGeneration;
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
      throw oversized(search, e);
    }
  }

  /** Refuses what a search for studies would, without searching. */
  static void check(OpenGeneration generation, NativeSearch search, SearchRequest shown)
      throws IOException {
    of(
        search,
        request -> {
          generation.searcher().check(shown);
          return shown;
        });
  }

  /** What is told of a search that has too many parts. */
  static RefusedRequestException oversized(NativeSearch search, OversizedQueryException e) {
    String typed = WordDefinitions.TYPED.name();
    return new RefusedRequestException(
        new Problem(
            HttpStatus.BAD_REQUEST,
            "oversized-query",
            search.normal().containsKey(typed) ? typed : null,
            null,
            String.valueOf(e.getMessage()),
            List.of(),
            null));
  }
}
