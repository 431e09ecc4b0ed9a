package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchRequest;

/** Takes a search to pieces that can be left out. */
final class MatchParts {

  private MatchParts() {}

  static MatchSets of(TermLookups lookups, SearchRequest request, SitePoints points)
      throws IOException {
    ExprCompiler compiler = ExprCompiler.matching(lookups, Synonyms.NONE, points.own());
    ExprCompiler atSites = ExprCompiler.matching(lookups, Synonyms.NONE, points);
    List<Query> always = new ArrayList<>();
    for (Expr expr : List.of(request.query(), request.filter())) {
      if (!(expr instanceof Expr.All)) {
        always.add(compiler.studies(expr));
      }
    }
    return of(
        lookups.searcher(),
        compiler,
        atSites,
        always,
        request.choices(),
        SiteQueries.choices(request.sites()));
  }

  static MatchSets of(
      IndexSearcher searcher,
      ExprCompiler compiler,
      ExprCompiler atSites,
      List<Query> always,
      List<Choice> onStudies,
      List<Choice> onSites)
      throws IOException {
    Map<String, Query> ofStudies = new LinkedHashMap<>();
    for (Choice choice : onStudies) {
      ofStudies.put(choice.parameter(), compiler.studies(choice.expr()));
    }
    Map<String, Query> ofSites = new LinkedHashMap<>();
    for (Choice choice : onSites) {
      ofSites.put(choice.parameter(), atSites.sites(choice.expr()));
    }
    return new MatchSets(searcher, always, ofStudies, ofSites);
  }
}
