package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
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

  private final @Nullable BitSet studies;
  private final DocIdSetIterator sites;
  private final SitePoints.Segment points;
  private final NumericDocValues ordinals;

  /**
   * Opens a segment.
   *
   * @param matching weight of the query that sites must match
   * @param points where sites are
   */
  SiteBlock(LeafReaderContext context, Weight matching, SitePoints points) throws IOException {
    studies = BlockFields.studyBits().getBitSet(context);
    Scorer scorer = matching.scorer(context);
    sites = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    this.points = points.open(context);
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

  /** Distance of the current site in metres; infinite if nothing tells where it is. */
  double metersFrom(GeoPoint center) throws IOException {
    return points.metersFrom(center, sites.docID());
  }

  /** Whether the current site has no coordinates, but its city tells where it is. */
  boolean isResolved() throws IOException {
    return points.isResolved(sites.docID());
  }
}
