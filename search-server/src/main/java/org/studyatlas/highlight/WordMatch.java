package org.studyatlas.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;

/**
 * Words that a part of a search looks for, and where.
 *
 * @param target area or field
 * @param terms whether a word's normal form is one of them
 */
record WordMatch(SearchTarget target, Predicate<String> terms) {

  /** What an expression looks for; what it excludes is nothing to show. */
  static List<WordMatch> of(Expr expr) {
    List<WordMatch> matches = new ArrayList<>();
    add(expr, new WordAnalyzer(), matches);
    return matches;
  }

  private static void add(Expr expr, WordAnalyzer analyzer, List<WordMatch> matches) {
    switch (expr) {
      case Expr.And(List<Expr> operands) -> operands.forEach(e -> add(e, analyzer, matches));
      case Expr.Or(List<Expr> operands) -> operands.forEach(e -> add(e, analyzer, matches));
      case Expr.Search search -> add(search.operand(), analyzer, matches);
      case Expr.Tilt tilt -> add(tilt.operand(), analyzer, matches);
      case Expr.Words words -> {
        List<String> terms = Word.listOf(analyzer, words.text()).stream().map(Word::term).toList();
        matches.add(new WordMatch(words.target(), terms::contains));
      }
      case Expr.Prefix prefix -> {
        List<Word> words = Word.listOf(analyzer, prefix.text());
        matches.add(new WordMatch(prefix.target(), beginning(words)));
      }
      case Expr.Fuzzy fuzzy -> {
        List<Word> words = Word.listOf(analyzer, fuzzy.word());
        matches.add(new WordMatch(fuzzy.target(), spelling(words, fuzzy.edits())));
      }
      case Expr.Not not -> {}
      case Expr.All all -> {}
      case Expr.EnumIs is -> {}
      case Expr.BooleanIs is -> {}
      case Expr.KeywordIs is -> {}
      case Expr.IdIs is -> {}
      case Expr.DateRange range -> {}
      case Expr.MinuteRange range -> {}
      case Expr.NumberRange range -> {}
      case Expr.AgeRange range -> {}
      case Expr.SizeRange range -> {}
      case Expr.Missing missing -> {}
      case Expr.WithinDistance within -> {}
      case Expr.WithinBox within -> {}
      case Expr.WithinArea within -> {}
    }
  }

  private static Predicate<String> beginning(List<Word> words) {
    if (words.isEmpty()) {
      return term -> false;
    }
    Word last = words.getLast();
    return term ->
        term.startsWith(last.folded()) || words.stream().anyMatch(w -> w.term().equals(term));
  }

  private static Predicate<String> spelling(List<Word> words, int edits) {
    if (words.isEmpty()) {
      return term -> false;
    }
    String wanted = words.getLast().term();
    int shared = wanted.offsetByCodePoints(0, 1);
    ByteRunAutomaton spellings =
        new ByteRunAutomaton(
            new LevenshteinAutomata(wanted.substring(shared), true)
                .toAutomaton(edits, wanted.substring(0, shared)));
    return term -> {
      BytesRef bytes = new BytesRef(term);
      return spellings.run(bytes.bytes, bytes.offset, bytes.length);
    };
  }
}
