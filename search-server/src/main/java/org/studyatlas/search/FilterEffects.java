package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Expr;

/** Computes what each part of a search does to what is found. */
final class FilterEffects {

  private FilterEffects() {}

  static List<FilterEffect> of(
      IndexSearcher searcher, List<Choice> onStudies, List<Choice> onSites, SitePoints points)
      throws IOException {
    TermLookups lookups = new TermLookups(searcher);
    ExprCompiler compiler = ExprCompiler.matching(lookups, Synonyms.NONE, points.own());
    ExprCompiler atSites = ExprCompiler.matching(lookups, Synonyms.NONE, points);
    MatchSets sets = MatchParts.of(searcher, compiler, atSites, List.of(), onStudies, onSites);
    List<FilterEffect> effects = new ArrayList<>();
    for (Choice choice : onStudies) {
      long missing =
          choice.missing().equals(Expr.NOTHING)
              ? 0
              : sets.countStudies(choice.parameter(), compiler.studies(choice.missing()));
      effects.add(effect(choice, missing, sets));
    }
    for (Choice choice : onSites) {
      long missing = sets.countSites(choice.parameter(), atSites.sites(choice.missing()));
      effects.add(effect(choice, missing, sets));
    }
    return effects;
  }

  private static FilterEffect effect(Choice choice, long missing, MatchSets sets)
      throws IOException {
    long withoutIt = MatchSets.count(sets.without(choice.parameter()));
    return new FilterEffect(choice.parameter(), missing, withoutIt);
  }
}
