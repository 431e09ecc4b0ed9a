package org.studyatlas.places;

import java.util.ArrayList;
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

/**
 * Words that were typed, the last one perhaps not to its end, as queries on names. Made once for
 * all kinds of names, since a query that allows for typos is dear to make.
 */
final class TypedWords {

  /** Shorter words are too much alike for a typo to be told from another word. */
  private static final int MIN_FUZZY_CHARS = 4;

  private static final int MAX_EXPANSIONS = 64;
  private static final int MAX_STATES = 10_000;

  private final List<Query> inName = new ArrayList<>();
  private final List<Query> inContext = new ArrayList<>();

  /**
   * Makes the queries.
   *
   * @param words folded
   * @param lastIsBeginning whether the last one may go on
   * @param typo whether each longer word may have one letter wrong behind its first
   */
  TypedWords(List<String> words, boolean lastIsBeginning, boolean typo) {
    for (int i = 0; i < words.size(); i++) {
      boolean beginning = lastIsBeginning && i == words.size() - 1;
      inName.add(query(NameFields.WORDS, words.get(i), beginning, typo));
      inContext.add(query(NameFields.CONTEXT, words.get(i), beginning, typo));
    }
  }

  /** Entries of a kind. */
  static BooleanQuery.Builder ofKind(NameKind kind) {
    return new BooleanQuery.Builder().add(new TermQuery(NameFields.kind(kind)), Occur.FILTER);
  }

  /**
   * Entries of a kind that have all the words, in any order. Of a place some may stand beside its
   * name, but not all.
   */
  BooleanQuery.Builder all(NameKind kind) {
    BooleanQuery.Builder all = ofKind(kind);
    BooleanQuery.Builder one = new BooleanQuery.Builder();
    for (int i = 0; i < inName.size(); i++) {
      all.add(kind.isPlace() ? either(i) : inName.get(i), Occur.FILTER);
      one.add(inName.get(i), Occur.SHOULD);
    }
    if (kind.isPlace() && inName.size() > 1) {
      all.add(one.build(), Occur.FILTER);
    }
    return all;
  }

  private Query either(int word) {
    return inName.size() == 1
        ? inName.get(word)
        : new BooleanQuery.Builder()
            .add(inName.get(word), Occur.SHOULD)
            .add(inContext.get(word), Occur.SHOULD)
            .build();
  }

  /** Entries of a kind that have each of the words somewhere. */
  BooleanQuery.Builder anywhere(NameKind kind) {
    BooleanQuery.Builder all = ofKind(kind);
    for (int i = 0; i < inName.size(); i++) {
      Query somewhere =
          new BooleanQuery.Builder()
              .add(inName.get(i), Occur.SHOULD)
              .add(inContext.get(i), Occur.SHOULD)
              .build();
      all.add(kind.isPlace() ? somewhere : inName.get(i), Occur.FILTER);
    }
    return all;
  }

  private static Query query(String field, String word, boolean beginning, boolean typo) {
    Term term = new Term(field, word);
    if (typo && canHaveTypo(word)) {
      return beginning
          ? new AutomatonQuery(term, misspelledBeginning(word))
          : new FuzzyQuery(term, 1, 1, MAX_EXPANSIONS, true);
    }
    return beginning ? new PrefixQuery(term) : new TermQuery(term);
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
