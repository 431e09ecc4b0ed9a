package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A term in several fields: a document scores what its best field scores, plus a share of what the
 * others do.
 *
 * <p>Of the best field it counts how its words stand, of the others only that they are there. So
 * positions are read of the few fields that can be the best one; see {@link BestFieldScorer}.
 */
final class BestFieldQuery extends Query {

  private final List<Query> fields;

  /**
   * Looks for the best of them.
   *
   * @param fields with their weights; at least one
   */
  BestFieldQuery(List<Query> fields) {
    this.fields = List.copyOf(fields);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    List<Query> rewritten = new ArrayList<>(fields.size());
    for (Query field : fields) {
      rewritten.add(field.rewrite(searcher));
    }
    return rewritten.equals(fields) ? this : new BestFieldQuery(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    List<Weight> weights = new ArrayList<>(fields.size());
    for (Query field : fields) {
      weights.add(searcher.createWeight(field, scoreMode, boost));
    }
    return new Weight(this) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        List<ScorerSupplier> suppliers = new ArrayList<>(weights.size());
        for (Weight weight : weights) {
          ScorerSupplier supplier = weight.scorerSupplier(context);
          if (supplier != null) {
            suppliers.add(supplier);
          }
        }
        return suppliers.isEmpty() ? null : supplier(suppliers);
      }

      @Override
      public Explanation explain(LeafReaderContext context, int doc) throws IOException {
        return Explanations.of(this, context, doc);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  private static ScorerSupplier supplier(List<ScorerSupplier> suppliers) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        List<Scorer> scorers = new ArrayList<>(suppliers.size());
        for (ScorerSupplier supplier : suppliers) {
          scorers.add(supplier.get(leadCost));
        }
        return new BestFieldScorer(scorers);
      }

      @Override
      public long cost() {
        return suppliers.stream().mapToLong(ScorerSupplier::cost).sum();
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    fields.forEach(field -> field.visit(visitor));
  }

  @Override
  public String toString(String field) {
    return "best" + fields;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BestFieldQuery that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), fields);
  }
}
