package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents that have all of some words, for counts and filters: all score the same. How
 * they are found is told at {@link CommonDocuments}.
 */
final class AllWordsQuery extends Query {

  private final List<TermQuery> words;

  /**
   * Finds what has all of them.
   *
   * @param words two or more
   */
  AllWordsQuery(List<TermQuery> words) {
    this.words = List.copyOf(words);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    List<Weight> weights = new ArrayList<>(words.size());
    for (TermQuery word : words) {
      weights.add(searcher.createWeight(word, ScoreMode.COMPLETE_NO_SCORES, 1));
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        List<ScorerSupplier> suppliers = new ArrayList<>(weights.size());
        for (Weight weight : weights) {
          ScorerSupplier supplier = weight.scorerSupplier(context);
          if (supplier == null) {
            return null;
          }
          suppliers.add(supplier);
        }
        return supplier(suppliers, score(), scoreMode, context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private static ScorerSupplier supplier(
      List<ScorerSupplier> words, float score, ScoreMode scoreMode, int maxDoc) {
    long cost = words.stream().mapToLong(ScorerSupplier::cost).min().orElseThrow();
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        List<DocIdSetIterator> lists = new ArrayList<>(words.size());
        for (ScorerSupplier word : words) {
          lists.add(word.get(Math.min(leadCost, cost)).iterator());
        }
        return new ConstantScoreScorer(score, scoreMode, new CommonDocuments(lists, maxDoc));
      }

      @Override
      public long cost() {
        return cost;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor all = visitor.getSubVisitor(Occur.MUST, this);
    words.forEach(word -> word.visit(all));
  }

  @Override
  public String toString(String field) {
    return "all" + words;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AllWordsQuery that && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + words.hashCode();
  }
}
