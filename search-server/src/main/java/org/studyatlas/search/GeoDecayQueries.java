package org.studyatlas.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.GeoDecay;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.schema.BlockFields;

/**
 * {@code geoDecay}: relevance that falls with the distance of the study's closest site.
 *
 * <p>As the registry says, it is left out when more than 10,000 studies are found. A study none of
 * whose sites has coordinates is as far away as can be.
 */
final class GeoDecayQueries {

  private static final int MOST_STUDIES = 10_000;

  private GeoDecayQueries() {}

  /**
   * Lets the scores fall with the distance.
   *
   * @param query finds and scores
   * @param matching finds the same
   * @param points where sites are
   */
  static Query decayed(
      Query query, Query matching, SearchRequest request, SitePoints points, IndexSearcher searcher)
      throws IOException {
    GeoDecay decay = request.decay();
    GeoPoint origin = request.origin();
    if (decay == null || origin == null || searcher.count(matching) > MOST_STUDIES) {
      return query;
    }
    Weight sites =
        searcher.createWeight(
            searcher.rewrite(BlockFields.sites()), ScoreMode.COMPLETE_NO_SCORES, 1);
    return FunctionScoreQuery.boostByValue(query, new Decay(decay, origin, sites, points));
  }

  /**
   * Scores by the distance alone.
   *
   * @param matching finds
   * @param points where sites are
   */
  static Query byDistance(
      Query matching, SearchRequest request, SitePoints points, IndexSearcher searcher)
      throws IOException {
    return decayed(new ConstantScoreQuery(matching), matching, request, points, searcher);
  }

  /** The factor of a study. */
  private static final class Decay extends DoubleValuesSource {
    private final GeoDecay decay;
    private final GeoPoint origin;
    private final Weight sites;
    private final SitePoints points;

    Decay(GeoDecay decay, GeoPoint origin, Weight sites, SitePoints points) {
      this.decay = decay;
      this.origin = origin;
      this.sites = sites;
      this.points = points;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, @Nullable DoubleValues scores)
        throws IOException {
      SiteBlock block = new SiteBlock(context, sites, points);
      return new DoubleValues() {
        private double factor;

        @Override
        public double doubleValue() {
          return factor;
        }

        @Override
        public boolean advanceExact(int doc) throws IOException {
          double nearest = Double.POSITIVE_INFINITY;
          for (boolean on = block.enter(doc); on; on = block.next(doc)) {
            nearest = Math.min(nearest, block.metersFrom(origin));
          }
          factor = decay.factor(nearest);
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
      DoubleValues values = getValues(context, null);
      values.advanceExact(doc);
      return Explanation.match(values.doubleValue(), "geoDecay " + decay);
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return false;
    }

    @Override
    public String toString() {
      return "geoDecay(" + decay + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Decay that && decay.equals(that.decay) && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
      return Objects.hash(decay, origin);
    }
  }
}
