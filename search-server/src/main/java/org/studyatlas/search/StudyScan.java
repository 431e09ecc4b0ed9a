package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

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

  private StudyScan() {}

  static void run(IndexSearcher searcher, Query studies, Visitor visitor) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(studies), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(segment);
      if (scorer != null) {
        visitor.enter(segment);
        Bits live = segment.reader().getLiveDocs();
        DocIdSetIterator docs = scorer.iterator();
        while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          if (live == null || live.get(docs.docID())) {
            visitor.visit(docs.docID());
          }
        }
      }
    }
  }
}
