package org.studyatlas.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;

/**
 * Looks up the words of one request, each once in each field. Counts what it does: a request that
 * asks for too much is refused before anything is read.
 */
final class TermLookups {

  /**
   * Most different words, each times the fields it is looked up in, of one request: 175 words over
   * all of BasicSearch, 1,400 over ConditionSearch. Bounds time and memory before anything is read.
   */
  private static final int MAX_LOOKUPS = 10_000;

  private final Map<Term, TermStates> states = new HashMap<>();
  private final IndexSearcher searcher;

  TermLookups(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /**
   * Where the term is; its statistics tell whether it is anywhere.
   *
   * @throws IndexSearcher.TooManyClauses if the request has looked up too many
   * @throws SlowSearchException if the searcher is a clock's and its time is over
   */
  TermStates lookUp(Term term) throws IOException {
    TermStates found = states.get(term);
    if (found == null) {
      if (states.size() == MAX_LOOKUPS) {
        throw new IndexSearcher.TooManyClauses("too many words times fields");
      }
      SearchClock.requireTime(searcher); // a request may ask for thousands, from a cold disk
      found = TermStates.build(searcher, term, true);
      states.put(term, found);
    }
    return found;
  }

  /** What the words are looked up for. */
  IndexSearcher searcher() {
    return searcher;
  }
}
