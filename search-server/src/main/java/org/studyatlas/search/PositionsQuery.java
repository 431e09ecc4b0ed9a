package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.WordPattern;

/**
 * Documents in which the words of a pattern stand side by side, in their written forms or at the
 * ends of a value as the pattern demands. Scores a constant.
 *
 * <p>Costs what a phrase query costs: the documents with all terms are found first, positions and
 * payloads are read for those only.
 */
final class PositionsQuery extends Query {

  private final String field;
  private final WordPattern pattern;

  PositionsQuery(String field, WordPattern pattern) {
    this.field = field;
    this.pattern = pattern;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        List<PostingsEnum> postings = postings(context);
        return postings.isEmpty() ? null : supplier(postings, score(), scoreMode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private List<PostingsEnum> postings(LeafReaderContext context) throws IOException {
    Terms terms = context.reader().terms(field);
    if (terms == null) {
      return List.of();
    }
    List<PostingsEnum> postings = new ArrayList<>(pattern.size());
    TermsEnum each = terms.iterator();
    for (int i = 0; i < pattern.size(); i++) {
      if (!each.seekExact(new Term(field, pattern.term(i)).bytes())) {
        return List.of();
      }
      postings.add(each.postings(null, PostingsEnum.PAYLOADS));
    }
    return postings;
  }

  private ScorerSupplier supplier(List<PostingsEnum> postings, float score, ScoreMode scoreMode) {
    DocIdSetIterator documents =
        postings.size() == 1
            ? postings.getFirst()
            : ConjunctionUtils.intersectIterators(new ArrayList<>(postings));
    TwoPhaseIterator matches =
        new TwoPhaseIterator(documents) {
          @Override
          public boolean matches() throws IOException {
            return pattern.matches(postings);
          }

          @Override
          public float matchCost() {
            return 128f * postings.size();
          }
        };
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        return new ConstantScoreScorer(score, scoreMode, matches);
      }

      @Override
      public long cost() {
        return documents.cost();
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String ignored) {
    return field + ":" + pattern;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PositionsQuery that
        && field.equals(that.field)
        && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, pattern);
  }
}
