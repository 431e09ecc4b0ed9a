package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Keeps what another query matches. */
final class KeptMatchesQuery extends KeptQuery {

  /** Most documents between two looks at the clock. */
  private static final int WINDOW = 65_536;

  /** Documents before the first look: one of them can cost a thousand phrases. */
  private static final int FIRST_WINDOW = 64;

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

  private static FixedBitSet find(Weight weight, LeafReaderContext context, IndexSearcher searcher)
      throws IOException {
    FixedBitSet bits = new FixedBitSet(context.reader().maxDoc());
    ScorerSupplier supplier = weight.scorerSupplier(context);
    if (supplier == null) {
      return bits;
    }
    if (!isChoice(weight.getQuery())) {
      collect(supplier.bulkScorer(), bits, searcher);
      return bits;
    }
    Scorer scorer = supplier.get(Long.MAX_VALUE);
    if (scorer.twoPhaseIterator() == null) {
      copy(scorer.iterator(), bits, searcher);
    } else {
      // A supplier gives one scorer; Lucene's cache may know by now that the next has nothing.
      collect(weight.bulkScorer(context), bits, searcher);
    }
    return bits;
  }

  /** Whether it is a list of documents or a union of some, which may be copied as it is. */
  private static boolean isChoice(Query query) {
    return !(query instanceof BooleanQuery choice)
        || choice.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
  }

  private static void copy(DocIdSetIterator documents, FixedBitSet bits, IndexSearcher searcher)
      throws IOException {
    int next = documents.nextDoc();
    while (next < bits.length()) {
      SearchClock.requireTime(searcher);
      documents.intoBitSet(Math.min(bits.length(), next + WINDOW), bits, 0);
      next = documents.docID();
    }
  }

  /** Collected, since Lucene then takes whole windows of documents at once. */
  private static void collect(@Nullable BulkScorer scorer, FixedBitSet bits, IndexSearcher searcher)
      throws IOException {
    if (scorer == null) {
      return;
    }
    BitMarker marker = new BitMarker(bits);
    int window = FIRST_WINDOW;
    int next = 0;
    while (next < bits.length()) {
      SearchClock.requireTime(searcher);
      next = scorer.score(marker, null, next, Math.min(bits.length(), next + window));
      window = Math.min(WINDOW, 2 * window);
    }
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
