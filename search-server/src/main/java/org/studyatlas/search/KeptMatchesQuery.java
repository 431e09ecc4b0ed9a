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
import org.apache.lucene.search.ScorerSupplier;
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

  private static FixedBitSet find(Weight weight, LeafReaderContext context, IndexSearcher searcher)
      throws IOException {
    FixedBitSet bits = new FixedBitSet(context.reader().maxDoc());
    ScorerSupplier supplier = weight.scorerSupplier(context);
    if (supplier == null) {
      return bits;
    }
    if (isChoice(weight.getQuery())) {
      copy(supplier.get(Long.MAX_VALUE).iterator(), bits, searcher);
    } else {
      collect(supplier, bits, searcher);
    }
    return bits;
  }

  /** Whether it is a list of documents or a union of some, which can be copied as it is. */
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
  private static void collect(ScorerSupplier supplier, FixedBitSet bits, IndexSearcher searcher)
      throws IOException {
    BulkScorer scorer = supplier.bulkScorer();
    BitMarker marker = new BitMarker(bits);
    int next = 0;
    while (next < bits.length()) {
      SearchClock.requireTime(searcher);
      next = scorer.score(marker, null, next, Math.min(bits.length(), next + WINDOW));
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
