package org.studyatlas.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchRequest;

/**
 * What a request finds, before any order or page. Compiling it reads no postings.
 *
 * @param scoring finds and scores, wherever the studies are; see {@link #scoringByDistance}
 * @param matching finds the same without scores, which costs much less
 * @param matchingSites the sites that fulfil the request's conditions
 * @param scores whether the request has something to score by
 * @param warnings what is searched otherwise than asked for
 * @param lookups where the request's words are
 */
record Found(
    Query scoring,
    Query matching,
    Query matchingSites,
    boolean scores,
    List<String> warnings,
    TermLookups lookups) {

  /**
   * Compiles a request.
   *
   * @param points where sites are
   * @param filters of the same generation
   */
  static Found of(
      SearchRequest request, IndexSearcher searcher, SitePoints points, SiteFilters filters)
      throws IOException {
    TermLookups lookups = new TermLookups(searcher);
    SitePoints own = points.own();
    ExprCompiler compiler = ExprCompiler.matching(lookups, Synonyms.NONE, own);
    ExprCompiler atSites = ExprCompiler.matching(lookups, Synonyms.NONE, points.of(request));
    KeptQuery kept = request.sites().isNone() ? null : filters.of(request.sites(), atSites);
    Query matching = matching(request, compiler, kept);
    boolean scores = !(request.query() instanceof Expr.All);
    Query scoring = scores ? scoring(request, lookups, own, matching) : matching;
    Query sites = kept == null ? atSites.sites(new Expr.All()) : kept;
    return new Found(scoring, matching, sites, scores, compiler.warnings(), lookups);
  }

  private static Query matching(
      SearchRequest request, ExprCompiler compiler, @Nullable KeptQuery sites) throws IOException {
    if (sites == null || request.restrictsStudies()) {
      Query matching = StudyQueries.of(request, compiler, compiler, sites);
      return sites == null ? matching : new KeptMatchesQuery(matching);
    }
    return sites.studies();
  }

  private static Query scoring(
      SearchRequest request, TermLookups lookups, SitePoints own, Query matching)
      throws IOException {
    ExprCompiler scoring = ExprCompiler.scoring(lookups, Synonyms.NONE, own);
    return matching instanceof KeptQuery
        ? new BooleanQuery.Builder()
            .add(scoring.studies(request.query()), Occur.MUST)
            .add(matching, Occur.FILTER)
            .build()
        : StudyQueries.of(
            request, scoring, ExprCompiler.matching(lookups, Synonyms.NONE, own), null);
  }

  /**
   * Finds, and scores by distance too if the request asks for that; without words by that alone.
   * Takes a count.
   */
  Query scoringByDistance(SearchRequest request, IndexSearcher searcher, SitePoints points)
      throws IOException {
    if (request.decay() == null) {
      return scoring;
    }
    Query scored = scores ? scoring : new ConstantScoreQuery(matching);
    return GeoDecayQueries.decayed(scored, matching, request, points.own(), searcher);
  }
}
