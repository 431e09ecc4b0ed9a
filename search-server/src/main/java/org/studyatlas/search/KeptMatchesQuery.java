package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Keeps what another query matches. */
final class KeptMatchesQuery extends KeptQuery {

  /** Documents between two looks at the clock. */
  private static final int WINDOW = 65_536;

  private final Query matches;
  private @Nullable Weight weight;

  KeptMatchesQuery(Query matches) {
    this.matches = matches;
  }

  @Override
  Finder finder(IndexSearcher searcher) throws IOException {
    Weight found = weight(searcher);
    return context -> find(found, context, searcher);
  }

  /** Made once too: that of a circle relates thousands of cells to it. */
  private synchronized Weight weight(IndexSearcher searcher) throws IOException {
    if (weight == null) {
      weight = searcher.createWeight(searcher.rewrite(matches), ScoreMode.COMPLETE_NO_SCORES, 1);
    }
    return weight;
  }

  /** Collected, since Lucene then takes whole windows of documents at once. */
  private static FixedBitSet find(Weight weight, LeafReaderContext context, IndexSearcher searcher)
      throws IOException {
    int maxDoc = context.reader().maxDoc();
    FixedBitSet bits = new FixedBitSet(maxDoc);
    BulkScorer scorer = weight.bulkScorer(context);
    if (scorer != null) {
      BitMarker marker = new BitMarker(bits);
      int next = 0;
      while (next < maxDoc) {
        SearchClock.requireTime(searcher);
        int end = Math.min(maxDoc, next + WINDOW);
        next = scorer.score(marker, null, next, end);
      }
    }
    return bits;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    matches.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "kept(" + matches.toString(field) + ")";
  }
}
