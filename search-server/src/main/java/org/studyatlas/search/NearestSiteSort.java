package org.studyatlas.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;

/**
 * Orders studies by the distance of their nearest <em>matching</em> site, in metres; studies whose
 * matching sites are nobody knows where come last.
 *
 * <p>Lucene's own distance sort looks at every point of a document, whatever the conditions on the
 * site, hence this one. It costs a walk over the matching sites of each hit.
 */
final class NearestSiteSort extends FieldComparatorSource {

  private final GeoPoint center;
  private final Weight matching;
  private final SitePoints points;

  private NearestSiteSort(GeoPoint center, Weight matching, SitePoints points) {
    this.center = center;
    this.matching = matching;
    this.points = points;
  }

  /**
   * The order.
   *
   * @param sites query that a site must match to count
   * @param points where sites are
   */
  static SortField of(GeoPoint center, Query sites, SitePoints points, IndexSearcher searcher)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(sites), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new SortField("_distance from " + center, new NearestSiteSort(center, weight, points));
  }

  @Override
  public FieldComparator<Double> newComparator(
      String name, int slots, Pruning pruning, boolean reversed) {
    return new Comparator(slots);
  }

  private final class Comparator extends FieldComparator<Double> implements LeafFieldComparator {
    private final double[] values;
    private @Nullable SiteBlock block;
    private double bottom;
    private double top;
    private int cachedDoc = -1;
    private double cached;

    private Comparator(int slots) {
      values = new double[slots];
    }

    @Override
    public int compare(int slot1, int slot2) {
      return Double.compare(values[slot1], values[slot2]);
    }

    @Override
    public void setTopValue(Double value) {
      top = value;
    }

    @Override
    public Double value(int slot) {
      return values[slot];
    }

    @Override
    public LeafFieldComparator getLeafComparator(LeafReaderContext context) throws IOException {
      block = new SiteBlock(context, matching, points);
      cachedDoc = -1;
      return this;
    }

    @Override
    public void setBottom(int slot) {
      bottom = values[slot];
    }

    @Override
    public int compareBottom(int doc) throws IOException {
      return Double.compare(bottom, meters(doc));
    }

    @Override
    public int compareTop(int doc) throws IOException {
      return Double.compare(top, meters(doc));
    }

    @Override
    public void copy(int slot, int doc) throws IOException {
      values[slot] = meters(doc);
    }

    @Override
    public void setScorer(Scorable scorer) {
      // scores do not matter
    }

    private double meters(int doc) throws IOException {
      if (doc != cachedDoc) {
        cachedDoc = doc;
        cached = Double.POSITIVE_INFINITY;
        SiteBlock sites = Objects.requireNonNull(block, "a segment is entered first");
        for (boolean on = sites.enter(doc); on; on = sites.next(doc)) {
          cached = Math.min(cached, sites.metersFrom(center));
        }
      }
      return cached;
    }
  }
}
