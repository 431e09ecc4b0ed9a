package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Multiplies scores by a factor that each document has, whatever its score is. */
final class ScoreFactor extends DoubleValuesSource {

  /** Where the factors come from; equal ones have equal factors. */
  interface Source {
    /** The factors in a segment. */
    OfSegment open(LeafReaderContext segment) throws IOException;
  }

  /** The factors in a segment. */
  @FunctionalInterface
  interface OfSegment {
    /** That of a document; asked for once, since Lucene keeps a hit's score, and in their order. */
    double of(int doc) throws IOException;
  }

  private final Source source;

  private ScoreFactor(Source source) {
    this.source = source;
  }

  /** Finds what the query finds and changes its scores. */
  static Query multiplied(Query query, Source source) {
    return FunctionScoreQuery.boostByValue(query, new ScoreFactor(source));
  }

  @Override
  public DoubleValues getValues(LeafReaderContext context, @Nullable DoubleValues scores)
      throws IOException {
    OfSegment factors = source.open(context);
    return new DoubleValues() {
      private double factor;

      @Override
      public double doubleValue() {
        return factor;
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        factor = factors.of(doc);
        return true;
      }
    };
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public Explanation explain(LeafReaderContext context, int doc, Explanation score)
      throws IOException {
    return Explanation.match(source.open(context).of(doc), source.toString());
  }

  /** Only what does not score is ever kept. */
  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return false;
  }

  @Override
  public String toString() {
    return source.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScoreFactor that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}
