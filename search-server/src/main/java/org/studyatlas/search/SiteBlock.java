package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.BlockFields;

/**
 * Walks over the matching sites of studies in one segment. Studies must be visited in the order of
 * their documents. Used by one thread.
 */
final class SiteBlock {

  private static final String POINT = "LocationGeoPoint";

  private final @Nullable BitSet studies;
  private final DocIdSetIterator sites;
  private final SortedNumericDocValues points;
  private final NumericDocValues ordinals;

  /**
   * Opens a segment.
   *
   * @param matching weight of the query that sites must match
   */
  SiteBlock(LeafReaderContext context, Weight matching) throws IOException {
    studies = BlockFields.studyBits().getBitSet(context);
    Scorer scorer = matching.scorer(context);
    sites = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    points = points(context);
    ordinals = DocValues.getNumeric(context.reader(), BlockFields.SITE_ORDINAL);
  }

  /** Moves to the first matching site of a study; returns whether it has one. */
  boolean enter(int study) throws IOException {
    if (studies == null) {
      return false;
    }
    int first = study == 0 ? 0 : studies.prevSetBit(study - 1) + 1;
    if (sites.docID() < first) {
      sites.advance(first);
    }
    return sites.docID() < study;
  }

  /** Moves to the next matching site of the study; returns whether it has one. */
  boolean next(int study) throws IOException {
    return sites.nextDoc() < study;
  }

  /** Number of the current site's document in the segment. */
  int document() {
    return sites.docID();
  }

  /** Position of the current site in the record's list. */
  int ordinal() throws IOException {
    if (!ordinals.advanceExact(sites.docID())) {
      throw new IllegalStateException("site document " + sites.docID() + " has no ordinal");
    }
    return (int) ordinals.longValue();
  }

  /** Distance of the current site in metres; infinite if it has no coordinates. */
  double metersFrom(GeoPoint center) throws IOException {
    return meters(points, sites.docID(), center);
  }

  /** Where the sites of a segment are. */
  static SortedNumericDocValues points(LeafReaderContext context) throws IOException {
    return DocValues.getSortedNumeric(context.reader(), POINT);
  }

  static double meters(SortedNumericDocValues points, int site, GeoPoint center)
      throws IOException {
    if (!points.advanceExact(site)) {
      return Double.POSITIVE_INFINITY;
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = points.docValueCount(); i > 0; i--) {
      long encoded = points.nextValue();
      double lat = GeoEncodingUtils.decodeLatitude((int) (encoded >> 32));
      double lon = GeoEncodingUtils.decodeLongitude((int) encoded);
      nearest = Math.min(nearest, center.metersTo(new GeoPoint(lat, lon)));
    }
    return nearest;
  }
}
