package org.studyatlas.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.PointArea;

/**
 * Sites in an area, by {@link PointPostings}. Lucene's own query on points finds the same, but
 * first relates a circle or polygon to some thousand cells, and then many sites to it one by one.
 */
final class SitesInAreaQuery extends Query {

  /** The postings of all segments. */
  @FunctionalInterface
  interface Postings {
    PointPostings of(LeafReaderContext segment);
  }

  private final PointArea area;
  private final Postings postings;

  SitesInAreaQuery(PointArea area, Postings postings) {
    this.area = area;
    this.postings = postings;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        int maxDoc = context.reader().maxDoc();
        DocIdSetIterator sites = postings.of(context).in(area, maxDoc);
        return sites == null
            ? null
            : ConstantScoreScorerSupplier.fromIterator(sites, score(), scoreMode, maxDoc);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false; // found as fast as in a cache
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "in(" + area + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SitesInAreaQuery that
        && area.equals(that.area)
        && postings.equals(that.postings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), area, postings);
  }
}
