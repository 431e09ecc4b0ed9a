package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Visits all studies that a query finds, in the order of the index, by one thread. */
final class StudyScan {

  /** Is told what is found. */
  interface Visitor {

    /** The studies that follow are of this segment. */
    void enter(LeafReaderContext segment) throws IOException;

    /**
     * A study.
     *
     * @param doc number of its document in the segment
     */
    void visit(int doc) throws IOException;
  }

  /** Documents between two looks at the clock; one of them can cost a thousand phrases. */
  private static final int UNWATCHED = 64;

  private StudyScan() {}

  /**
   * Visits them.
   *
   * @throws SlowSearchException if the searcher is a clock's and its time is over
   */
  static void run(IndexSearcher searcher, Query studies, Visitor visitor) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(studies), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(segment);
      if (scorer != null) {
        visitor.enter(segment);
        visit(searcher, scorer, segment.reader().getLiveDocs(), visitor);
      }
    }
  }

  /** Looks at documents that may match one by one, so that the clock is seen if none does. */
  private static void visit(
      IndexSearcher searcher, Scorer scorer, @Nullable Bits live, Visitor visitor)
      throws IOException {
    TwoPhaseIterator check = scorer.twoPhaseIterator();
    DocIdSetIterator docs = check == null ? scorer.iterator() : check.approximation();
    int seen = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (seen++ % UNWATCHED == 0) {
        SearchClock.requireTime(searcher);
      }
      if ((live == null || live.get(doc)) && (check == null || check.matches())) {
        visitor.visit(doc);
      }
    }
  }
}
