package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
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
    return ScoreFactor.multiplied(query, new Decay(decay, origin, sites, points));
  }

  /** The factor of a study. */
  private record Decay(GeoDecay decay, GeoPoint origin, Weight sites, SitePoints points)
      implements ScoreFactor.Source {

    @Override
    public ScoreFactor.OfSegment open(LeafReaderContext segment) throws IOException {
      SiteBlock block = new SiteBlock(segment, sites, points);
      return study -> {
        double nearest = Double.POSITIVE_INFINITY;
        for (boolean on = block.enter(study); on; on = block.next(study)) {
          nearest = Math.min(nearest, block.metersFrom(origin));
        }
        return decay.factor(nearest);
      };
    }
  }
}
