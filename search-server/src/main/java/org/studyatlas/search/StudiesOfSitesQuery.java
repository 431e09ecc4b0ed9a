package org.studyatlas.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.BlockFields;

/**
 * Studies that have one of some sites: Lucene's block join, one study at a time.
 *
 * <p>The join's own way to score many at once (Lucene 10.6) hands the documents that are allowed on
 * to the sites. Below an exclusion those are known for a window of documents only, and the sites of
 * the window's first study lie before it.
 */
final class StudiesOfSitesQuery extends Query {

  private final ToParentBlockJoinQuery join;

  /** Studies of these sites; a study scores as its best site. */
  static StudiesOfSitesQuery of(Query sites) {
    return new StudiesOfSitesQuery(
        new ToParentBlockJoinQuery(sites, BlockFields.studyBits(), ScoreMode.Max));
  }

  private StudiesOfSitesQuery(ToParentBlockJoinQuery join) {
    this.join = join;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = join.rewrite(searcher);
    if (rewritten == join) {
      return this;
    }
    return rewritten instanceof ToParentBlockJoinQuery other
        ? new StudiesOfSitesQuery(other)
        : rewritten;
  }

  @Override
  public Weight createWeight(
      IndexSearcher searcher, org.apache.lucene.search.ScoreMode scoreMode, float boost)
      throws IOException {
    return new FilterWeight(this, join.createWeight(searcher, scoreMode, boost)) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        ScorerSupplier supplier = super.scorerSupplier(context);
        return supplier == null ? null : oneByOne(supplier);
      }
    };
  }

  /** Without the join's bulk scorer; Lucene then makes one of the scorer. */
  private static ScorerSupplier oneByOne(ScorerSupplier supplier) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        return supplier.get(leadCost);
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

  @Override
  public void visit(QueryVisitor visitor) {
    join.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return join.toString(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StudiesOfSitesQuery that && join.equals(that.join);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), join);
  }
}
