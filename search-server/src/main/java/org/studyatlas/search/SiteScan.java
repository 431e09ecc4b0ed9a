package org.studyatlas.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.BlockFields;

/** Visits all matching sites of the studies found, and counts both. For one request. */
final class SiteScan implements StudyScan.Visitor {

  /** Is told of each site. */
  interface Visitor {

    /**
     * A site.
     *
     * @param key its place in the order, see {@link SitePlace}
     * @param doc number of its document in the index
     */
    void visit(long key, int doc);
  }

  private final Weight matching;
  private final @Nullable GeoPoint origin;
  private final SitePoints points;
  private final Visitor visitor;
  private @Nullable SiteBlock block;
  private SortedNumericDocValues ids = DocValues.emptySortedNumeric();
  private int docBase;
  private long sites;
  private long studies;

  private SiteScan(Weight matching, @Nullable GeoPoint origin, SitePoints points, Visitor visitor) {
    this.matching = matching;
    this.points = points;
    this.origin = origin;
    this.visitor = visitor;
  }

  /**
   * Visits the sites, study by study.
   *
   * @param studies whose sites are visited
   * @param matchingSites those of all sites that are
   * @param origin where distances are measured from, or null
   * @param points where sites are
   */
  static SiteTotals run(
      IndexSearcher searcher,
      Query studies,
      Query matchingSites,
      @Nullable GeoPoint origin,
      SitePoints points,
      Visitor visitor)
      throws IOException {
    Weight matching =
        searcher.createWeight(searcher.rewrite(matchingSites), ScoreMode.COMPLETE_NO_SCORES, 1);
    SiteScan scan = new SiteScan(matching, origin, points, visitor);
    StudyScan.run(searcher, studies, scan);
    return new SiteTotals(scan.sites, scan.studies);
  }

  @Override
  public void enter(LeafReaderContext segment) throws IOException {
    block = new SiteBlock(segment, matching, points);
    ids = DocValues.getSortedNumeric(segment.reader(), BlockFields.NCT_NUMBER);
    docBase = segment.docBase;
  }

  @Override
  public void visit(int study) throws IOException {
    SiteBlock block = Objects.requireNonNull(this.block, "a segment is entered first");
    boolean on = block.enter(study);
    if (!on) {
      return;
    }
    studies++;
    int id = id(study);
    for (; on; on = block.next(study)) {
      double meters = origin == null ? Double.NaN : block.metersFrom(origin);
      sites++;
      visitor.visit(SitePlace.key(meters, id), docBase + block.document());
    }
  }

  private int id(int study) throws IOException {
    if (!ids.advanceExact(study)) {
      throw new IllegalStateException("document " + study + " is no study");
    }
    return (int) ids.nextValue();
  }
}
