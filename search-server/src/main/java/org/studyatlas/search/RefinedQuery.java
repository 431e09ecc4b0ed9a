package org.studyatlas.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Two queries that find the same documents: a rough one whose scores are cheap, and a precise one.
 *
 * <p>A document's score is the precise one, at most {@link #MOST} times the rough one. So a
 * document whose rough score times that is not enough for the page needs no precise look, and the
 * rough query may pass over whole blocks of such documents. Which documents get that look depends
 * on the page; the scores and the order do not.
 */
final class RefinedQuery extends Query {

  /** How far a precise score may be above the rough one. */
  static final float MOST = 1.7f;

  private final Query rough;
  private final Query precise;

  /**
   * Joins the two.
   *
   * @param rough with scores of 0 or more
   * @param precise finds the documents that the rough one finds, perhaps others
   */
  RefinedQuery(Query rough, Query precise) {
    this.rough = rough;
    this.precise = precise;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query newRough = rough.rewrite(searcher);
    Query newPrecise = precise.rewrite(searcher);
    return newRough == rough && newPrecise == precise
        ? this
        : new RefinedQuery(newRough, newPrecise);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight cheap = searcher.createWeight(searcher.rewrite(rough), scoreMode, boost);
    if (!scoreMode.needsScores()) {
      return cheap;
    }
    Query refining = searcher.rewrite(precise);
    return new RefinedWeight(
        cheap, searcher.createWeight(refining, ScoreMode.COMPLETE, boost), this);
  }

  private static final class RefinedWeight extends Weight {
    private final Weight rough;
    private final Weight precise;

    RefinedWeight(Weight rough, Weight precise, Query query) {
      super(query);
      this.rough = rough;
      this.precise = precise;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      ScorerSupplier supplier = rough.scorerSupplier(context);
      return supplier == null ? null : supplier(supplier, new Refiner(precise, context));
    }

    private static ScorerSupplier supplier(ScorerSupplier supplier, Refiner refiner) {
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return new RefinedScorer(supplier.get(leadCost), refiner);
        }

        @Override
        public BulkScorer bulkScorer() throws IOException {
          return bulk(supplier.bulkScorer(), refiner);
        }

        @Override
        public long cost() {
          return supplier.cost();
        }

        @Override
        public void setTopLevelScoringClause() throws IOException {
          supplier.setTopLevelScoringClause();
        }
      };
    }

    private static BulkScorer bulk(BulkScorer rough, Refiner refiner) {
      return new BulkScorer() {
        @Override
        public int score(LeafCollector collector, @Nullable Bits accept, int min, int max)
            throws IOException {
          return rough.score(new RefiningCollector(collector, refiner), accept, min, max);
        }

        @Override
        public long cost() {
          return rough.cost();
        }
      };
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext context, int doc) throws IOException {
      return rough.matches(context, doc);
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) throws IOException {
      Explanation cheap = rough.explain(context, doc);
      if (!cheap.isMatch()) {
        return cheap;
      }
      Explanation exact = precise.explain(context, doc);
      double most = MOST * cheap.getValue().doubleValue();
      return Explanation.match(
          (float) Math.min(most, exact.getValue().doubleValue()), "refined", exact, cheap);
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return rough.isCacheable(context) && precise.isCacheable(context);
    }
  }

  /** Looks at documents precisely, in their order. */
  private static final class Refiner {
    private final Weight precise;
    private final LeafReaderContext context;
    private @Nullable Scorer scorer;
    private float enough;

    Refiner(Weight precise, LeafReaderContext context) {
      this.precise = precise;
      this.context = context;
    }

    /** Notes the least score that matters from now on; returns what that is for the rough query. */
    float demand(float minScore) {
      enough = minScore;
      tell();
      return Math.nextDown(minScore / MOST);
    }

    private void tell() {
      if (scorer instanceof BestFieldScorer best) {
        best.setMinCompetitiveScore(enough);
      }
    }

    float score(int doc, float rough) throws IOException {
      float most = rough * MOST;
      return most < enough ? rough : Math.min(most, precise(doc));
    }

    private float precise(int doc) throws IOException {
      Scorer exact = scorer;
      if (exact == null) {
        exact = Objects.requireNonNull(precise.scorer(context), "the rough query found something");
        scorer = exact;
        tell();
      }
      if (exact instanceof BestFieldScorer best) {
        best.advanceTo(doc);
      } else if (exact.docID() < doc) {
        exact.iterator().advance(doc);
      }
      return exact.score();
    }
  }

  private static final class RefinedScorer extends Scorer {
    private final Scorer rough;
    private final Refiner refiner;
    private int scored = -1;
    private float score;

    RefinedScorer(Scorer rough, Refiner refiner) {
      this.rough = rough;
      this.refiner = refiner;
    }

    @Override
    public int docID() {
      return rough.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return rough.iterator();
    }

    @Override
    public @Nullable TwoPhaseIterator twoPhaseIterator() {
      return rough.twoPhaseIterator();
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return rough.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return rough.getMaxScore(upTo) * MOST;
    }

    @Override
    public void setMinCompetitiveScore(float minScore) throws IOException {
      rough.setMinCompetitiveScore(refiner.demand(minScore));
    }

    @Override
    public float score() throws IOException {
      int doc = rough.docID();
      if (doc != scored) {
        scored = doc;
        score = refiner.score(doc, rough.score());
      }
      return score;
    }
  }

  /** Gives a collector the refined scores of what the rough query collects. */
  private static final class RefiningCollector extends FilterLeafCollector {
    private final Refiner refiner;
    private int doc = -1;

    RefiningCollector(LeafCollector collector, Refiner refiner) {
      super(collector);
      this.refiner = refiner;
    }

    @Override
    public void setScorer(Scorable rough) throws IOException {
      super.setScorer(
          new Scorable() {
            @Override
            public float score() throws IOException {
              return refiner.score(doc, rough.score());
            }

            @Override
            public void setMinCompetitiveScore(float minScore) throws IOException {
              rough.setMinCompetitiveScore(refiner.demand(minScore));
            }
          });
    }

    @Override
    public void collect(int document) throws IOException {
      doc = document;
      super.collect(document);
    }

    @Override
    public @Nullable DocIdSetIterator competitiveIterator() throws IOException {
      return in.competitiveIterator();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    rough.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "refined(" + precise.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RefinedQuery that
        && rough.equals(that.rough)
        && precise.equals(that.precise);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), rough, precise);
  }
}
