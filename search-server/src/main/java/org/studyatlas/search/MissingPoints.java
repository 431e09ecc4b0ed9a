package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Counts sites that a search about places cannot judge, since nothing tells where they are. */
final class MissingPoints {

  /** Sites between two looks at the clock. */
  private static final int UNWATCHED = 256;

  private MissingPoints() {}

  /**
   * Counts.
   *
   * @param unlocated sites without coordinates
   * @param points that may know where some of them are
   * @throws SlowSearchException if the searcher is a clock's and its time is over
   */
  static long count(Query unlocated, SitePoints points, IndexSearcher searcher) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(unlocated), ScoreMode.COMPLETE_NO_SCORES, 1);
    long count = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      SitePoints.Segment segment = points.open(leaf);
      DocIdSetIterator sites = scorer.iterator();
      int seen = 0;
      while (sites.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (seen++ % UNWATCHED == 0) {
          SearchClock.requireTime(searcher);
        }
        count += segment.isResolved(sites.docID()) ? 0 : 1;
      }
    }
    return count;
  }
}
