package org.studyatlas.http.search;

import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.search.CursorException;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.OversizedQueryException;
import org.studyatlas.search.SiteQueries;

/** Tells the client what a search could not be run for. */
final class Refusals {

  /** Something that is found by a search. */
  @FunctionalInterface
  interface Finder<T> {
    T find(SearchRequest request) throws IOException, CursorException, OversizedQueryException;
  }

  private Refusals() {}

  /** What is found; a search that cannot be run is refused. */
  static <T> T of(OpenGeneration generation, NativeSearch search, Finder<T> finder)
      throws IOException {
    return of(generation, search, search.request(), finder);
  }

  /** What is found by a part of a search, such as a page; what cannot be run is refused. */
  static <T> T of(
      OpenGeneration generation, NativeSearch search, SearchRequest shown, Finder<T> finder)
      throws IOException {
    try {
      return finder.find(shown);
    } catch (CursorException e) {
      throw NativeParameters.refused(
          "invalid-cursor",
          "cursor",
          null,
          "the cursor cannot be used: " + e.getMessage() + "; begin again without it");
    } catch (OversizedQueryException e) {
      throw oversized(generation, search, e);
    }
  }

  /** Refuses what a search for studies would, without searching. */
  static void check(OpenGeneration generation, NativeSearch search, SearchRequest shown)
      throws IOException {
    of(
        generation,
        search,
        shown,
        request -> {
          generation.searcher().check(request);
          return request;
        });
  }

  /** What is told of a search that has too many parts. */
  private static RefusedRequestException oversized(
      OpenGeneration generation, NativeSearch search, OversizedQueryException e)
      throws IOException {
    return new RefusedRequestException(
        new Problem(
            HttpStatus.BAD_REQUEST,
            "oversized-query",
            findOversized(generation, search),
            null,
            String.valueOf(e.getMessage()),
            List.of(),
            null));
  }

  /** The first parameter that is too large by itself, or null if only all together are. */
  private static @Nullable String findOversized(OpenGeneration generation, NativeSearch search)
      throws IOException {
    for (Choice clause : search.clauses()) {
      if (isOversized(generation, clause.expr())) {
        return clause.parameter();
      }
    }
    for (Choice condition : SiteQueries.choices(search.request().sites())) {
      if (isOversized(generation, new Expr.Search(Scope.SITE, condition.expr()))) {
        return condition.parameter();
      }
    }
    return null;
  }

  private static boolean isOversized(OpenGeneration generation, Expr expr) throws IOException {
    try {
      generation.searcher().check(SearchRequest.ALL.withQuery(expr));
      return false;
    } catch (OversizedQueryException e) {
      return true;
    } catch (CursorException e) {
      throw new IllegalStateException("there is no cursor", e);
    }
  }
}
