package org.studyatlas.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;

/**
 * Words side by side that a part of a search looks for, and where.
 *
 * @param target area or field
 * @param words a test of each, in their order; not empty
 * @param coverage how much of a value they must be
 */
record WordMatch(SearchTarget target, List<Predicate<Word>> words, Coverage coverage) {

  /** What an expression looks for; what it excludes is nothing to show. */
  static List<WordMatch> of(Expr expr) {
    List<WordMatch> matches = new ArrayList<>();
    add(expr, new WordAnalyzer(), matches);
    matches.removeIf(match -> match.words.isEmpty());
    return matches;
  }

  /** Number of words. */
  int size() {
    return words.size();
  }

  /** Whether the words stand in a value from its word {@code first} on. */
  boolean standsAt(TextWords value, int first) {
    int end = first + size();
    boolean atStart = first == 0;
    boolean atEnd = end == value.size() && value.complete();
    boolean covers =
        switch (coverage) {
          case CONTAINS -> true;
          case STARTS_WITH -> atStart;
          case ENDS_WITH -> atEnd;
          case FULL_MATCH -> atStart && atEnd;
        };
    boolean stands = covers && end <= value.size();
    for (int i = 0; i < size() && stands; i++) {
      stands = words.get(i).test(value.words().get(first + i));
    }
    return stands;
  }

  private static void add(Expr expr, WordAnalyzer analyzer, List<WordMatch> matches) {
    switch (expr) {
      case Expr.And(List<Expr> operands) -> operands.forEach(e -> add(e, analyzer, matches));
      case Expr.Or(List<Expr> operands) -> operands.forEach(e -> add(e, analyzer, matches));
      case Expr.Search search -> add(search.operand(), analyzer, matches);
      case Expr.Tilt tilt -> add(tilt.operand(), analyzer, matches);
      case Expr.Words words -> matches.add(of(words, Word.listOf(analyzer, words.text())));
      case Expr.Prefix prefix -> {
        List<Word> words = Word.listOf(analyzer, prefix.text());
        matches.add(sideBySide(prefix.target(), words, beginning(words)));
      }
      case Expr.Fuzzy fuzzy -> {
        List<Word> words = Word.listOf(analyzer, fuzzy.word());
        matches.add(sideBySide(fuzzy.target(), words, spelling(words, fuzzy.edits())));
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

  private static WordMatch of(Expr.Words term, List<Word> words) {
    List<Predicate<Word>> tests = new ArrayList<>();
    if (term.expansion().compareTo(Expansion.CONCEPT) > 0) {
      Set<String> apart = words.stream().map(Word::term).collect(Collectors.toSet());
      tests.add(word -> apart.contains(word.term()));
    } else {
      boolean asWritten = term.expansion() == Expansion.NONE;
      words.forEach(wanted -> tests.add(asWritten ? writtenAs(wanted) : sameAs(wanted)));
    }
    return new WordMatch(term.target(), tests, term.coverage());
  }

  private static WordMatch sideBySide(SearchTarget target, List<Word> words, Predicate<Word> last) {
    List<Predicate<Word>> tests = new ArrayList<>();
    if (!words.isEmpty()) {
      words.subList(0, words.size() - 1).forEach(wanted -> tests.add(sameAs(wanted)));
      tests.add(last);
    }
    return new WordMatch(target, tests, Coverage.CONTAINS);
  }

  private static Predicate<Word> sameAs(Word wanted) {
    return word -> word.term().equals(wanted.term());
  }

  private static Predicate<Word> writtenAs(Word wanted) {
    return word -> word.written().equals(wanted.written());
  }

  private static Predicate<Word> beginning(List<Word> words) {
    if (words.isEmpty()) {
      return word -> false;
    }
    Word last = words.getLast();
    String folded = last.folded();
    return word -> word.term().startsWith(folded) || word.term().equals(last.term());
  }

  private static Predicate<Word> spelling(List<Word> words, int edits) {
    if (words.isEmpty()) {
      return word -> false;
    }
    String wanted = words.getLast().term();
    int shared = wanted.offsetByCodePoints(0, 1);
    ByteRunAutomaton spellings =
        new ByteRunAutomaton(
            new LevenshteinAutomata(wanted.substring(shared), true)
                .toAutomaton(edits, wanted.substring(0, shared)));
    return word -> {
      BytesRef bytes = new BytesRef(word.term());
      return spellings.run(bytes.bytes, bytes.offset, bytes.length);
    };
  }
}
