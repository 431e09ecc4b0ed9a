package org.studyatlas.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.study.NctId;

/** Reads what sites' documents, and those of their studies, say. */
final class SiteReader {

  private final IndexSearcher searcher;
  private final @Nullable GeoPoint origin;
  private final SitePoints points;

  /**
   * A reader of an index.
   *
   * @param origin where distances are measured from, or null
   * @param points where sites are
   */
  SiteReader(IndexSearcher searcher, @Nullable GeoPoint origin, SitePoints points) {
    this.points = points;
    this.searcher = searcher;
    this.origin = origin;
  }

  /** Reads the sites, in the order given; goes through the documents in theirs. */
  List<SiteHit> read(List<SitePlace> places) throws IOException {
    Integer[] byDocument = new Integer[places.size()];
    Arrays.setAll(byDocument, i -> i);
    Arrays.sort(byDocument, Comparator.comparingInt(i -> places.get(i).doc()));
    SiteHit[] hits = new SiteHit[places.size()];
    Segment segment = null;
    for (int i : byDocument) {
      int doc = places.get(i).doc();
      if (segment == null || !segment.holds(doc)) {
        segment = new Segment(leaf(doc), points);
      }
      hits[i] = segment.read(doc, origin);
    }
    return List.of(hits);
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  /** The doc values of one segment. */
  private static final class Segment {
    private final LeafReaderContext context;
    private final BitSet studies;
    private final NumericDocValues ordinals;
    private final SitePoints.Segment points;
    private final SortedNumericDocValues ids;
    private final BinaryDocValues records;
    private int study = -1;
    private @Nullable NctId id;
    private @Nullable RecordPointer record;

    Segment(LeafReaderContext context, SitePoints sitePoints) throws IOException {
      this.context = context;
      studies = Objects.requireNonNull(BlockFields.studyBits().getBitSet(context), "no study");
      ordinals = DocValues.getNumeric(context.reader(), BlockFields.SITE_ORDINAL);
      points = sitePoints.open(context);
      ids = DocValues.getSortedNumeric(context.reader(), BlockFields.NCT_NUMBER);
      records = DocValues.getBinary(context.reader(), BlockFields.RECORD);
    }

    boolean holds(int doc) {
      return doc < context.docBase + context.reader().maxDoc();
    }

    SiteHit read(int globalDoc, @Nullable GeoPoint origin) throws IOException {
      int doc = globalDoc - context.docBase;
      enter(studies.nextSetBit(doc));
      if (!ordinals.advanceExact(doc)) {
        throw new IllegalStateException("document " + globalDoc + " is no site");
      }
      double meters = origin == null ? Double.NaN : points.metersFrom(origin, doc);
      return new SiteHit(
          Objects.requireNonNull(id),
          Objects.requireNonNull(record),
          new MatchedSite((int) ordinals.longValue(), meters, points.isResolved(doc)));
    }

    private void enter(int doc) throws IOException {
      if (doc == study) {
        return;
      }
      study = doc;
      if (!ids.advanceExact(doc) || !records.advanceExact(doc)) {
        throw new IllegalStateException("document " + doc + " is no study");
      }
      id = new NctId((int) ids.nextValue());
      record = BlockFields.record(records.binaryValue());
    }
  }
}
