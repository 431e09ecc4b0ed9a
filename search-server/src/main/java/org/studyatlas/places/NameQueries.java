package org.studyatlas.places;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.NameKind;

/** Queries for entries whose words were typed, the last one perhaps not to its end. */
final class NameQueries {

  /** Shorter words are too much alike for a typo to be told from another word. */
  private static final int MIN_FUZZY_CHARS = 4;

  private static final int MAX_EXPANSIONS = 64;
  private static final int MAX_STATES = 10_000;

  private NameQueries() {}

  /** Entries of a kind. */
  static BooleanQuery.Builder ofKind(NameKind kind) {
    return new BooleanQuery.Builder().add(new TermQuery(NameFields.kind(kind)), Occur.FILTER);
  }

  /**
   * Entries of a kind that have all the words, in any order.
   *
   * @param words folded; the last one counts as a beginning
   * @param typo whether each longer word may have one letter wrong behind its first
   */
  static BooleanQuery.Builder all(NameKind kind, List<String> words, boolean typo) {
    BooleanQuery.Builder all = complete(kind, words.subList(0, words.size() - 1), typo);
    String last = words.getLast();
    Query inName = beginning(NameFields.WORDS, last, typo);
    all.add(beside(kind, inName, beginning(NameFields.CONTEXT, last, typo)), Occur.FILTER);
    if (kind.isPlace()) {
      requireOneInName(all, words, inName, typo);
    }
    return all;
  }

  /** Entries of a kind that have all the words, each of them whole. */
  static BooleanQuery.Builder complete(NameKind kind, List<String> words, boolean typo) {
    BooleanQuery.Builder all = ofKind(kind);
    for (String word : words) {
      Query inContext = whole(NameFields.CONTEXT, word, typo);
      all.add(beside(kind, whole(NameFields.WORDS, word, typo), inContext), Occur.FILTER);
    }
    return all;
  }

  /** A place's state and country may be typed too, but not alone. */
  private static void requireOneInName(
      BooleanQuery.Builder all, List<String> words, Query lastInName, boolean typo) {
    BooleanQuery.Builder one = new BooleanQuery.Builder().add(lastInName, Occur.SHOULD);
    for (String word : words.subList(0, words.size() - 1)) {
      one.add(whole(NameFields.WORDS, word, typo), Occur.SHOULD);
    }
    all.add(one.build(), Occur.FILTER);
  }

  private static Query beside(NameKind kind, Query inName, Query inContext) {
    return kind.isPlace()
        ? new BooleanQuery.Builder().add(inName, Occur.SHOULD).add(inContext, Occur.SHOULD).build()
        : inName;
  }

  private static Query whole(String field, String word, boolean typo) {
    Term term = new Term(field, word);
    return typo && canHaveTypo(word)
        ? new FuzzyQuery(term, 1, 1, MAX_EXPANSIONS, true)
        : new TermQuery(term);
  }

  private static Query beginning(String field, String word, boolean typo) {
    Term term = new Term(field, word);
    return typo && canHaveTypo(word)
        ? new AutomatonQuery(term, misspelledBeginning(word))
        : new PrefixQuery(term);
  }

  private static boolean canHaveTypo(String word) {
    return word.length() >= MIN_FUZZY_CHARS && word.chars().noneMatch(Character::isDigit);
  }

  private static Automaton misspelledBeginning(String word) {
    int first = word.offsetByCodePoints(0, 1);
    Automaton close =
        new LevenshteinAutomata(word.substring(first), true)
            .toAutomaton(1, word.substring(0, first));
    Automaton begun = Operations.concatenate(List.of(close, Automata.makeAnyString()));
    return Operations.determinize(begun, MAX_STATES);
  }
}
