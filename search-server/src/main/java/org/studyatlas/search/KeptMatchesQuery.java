package org.studyatlas.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.RoaringDocIdSet;
import org.jspecify.annotations.Nullable;

/**
 * Matches what another query matches and keeps it, so that the parts of one request that need the
 * same documents find them once: the filter, the order by distance and the sites of each hit.
 *
 * <p>Kept as long as the object lives: one request.
 */
final class KeptMatchesQuery extends Query {

  private final Query matches;
  private final Map<Object, RoaringDocIdSet> kept = new ConcurrentHashMap<>();
  private @Nullable Weight finder;

  KeptMatchesQuery(Query matches) {
    this.matches = matches;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight inner = finder(searcher);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        RoaringDocIdSet found = kept.get(context.id());
        if (found == null) {
          found = find(inner, context);
          kept.put(context.id(), found);
        }
        DocIdSetIterator documents = found.iterator();
        return documents == null
            ? null
            : supplier(new ConstantScoreScorer(score(), scoreMode, documents));
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  /** Made once too: that of a circle relates thousands of cells to it. */
  private synchronized Weight finder(IndexSearcher searcher) throws IOException {
    if (finder == null) {
      finder = searcher.createWeight(searcher.rewrite(matches), ScoreMode.COMPLETE_NO_SCORES, 1);
    }
    return finder;
  }

  private static RoaringDocIdSet find(Weight inner, LeafReaderContext context) throws IOException {
    RoaringDocIdSet.Builder found = new RoaringDocIdSet.Builder(context.reader().maxDoc());
    Scorer scorer = inner.scorer(context);
    if (scorer != null) {
      found.add(scorer.iterator());
    }
    return found.build();
  }

  private static ScorerSupplier supplier(Scorer scorer) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        return scorer;
      }

      @Override
      public long cost() {
        return scorer.iterator().cost();
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    matches.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "kept(" + matches.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
