package org.studyatlas.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.Box;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.schema.PointGrid;

/**
 * Finds the matching sites of a search as results of their own: nearest first, or by NCT id if the
 * search has no origin. Safe for use by many threads.
 */
public final class SiteSearcher {

  private static final String ORDER = "sites";

  private final IndexSearcher searcher;
  private final StudySearcher studies;
  private final PageCursors cursors;

  /**
   * Prepares the search of an index.
   *
   * @param generation what binds a cursor to the generation
   */
  SiteSearcher(IndexSearcher searcher, StudySearcher studies, String generation) {
    this.searcher = searcher;
    this.studies = studies;
    cursors = new PageCursors(generation, searcher.getIndexReader().maxDoc());
  }

  /**
   * A page of sites; its memory depends on the page alone.
   *
   * @throws CursorException if the request's cursor cannot be used
   * @throws OversizedQueryException if the expression has more parts than can be searched
   */
  public SitePage page(SearchRequest request)
      throws IOException, CursorException, OversizedQueryException {
    int size = request.page().size();
    FirstSites first = new FirstSites(size, after(request));
    SiteTotals totals = scan(request, first);
    List<SitePlace> places = first.places();
    List<SiteHit> hits =
        new SiteReader(searcher, request.origin(), studies.sitePoints(request)).read(places);
    return new SitePage(totals, hits, next(request, places));
  }

  /**
   * Refuses what {@link #page} would refuse of the cursor, without searching.
   *
   * @throws CursorException if the request's cursor cannot be used
   */
  public void check(SearchRequest request) throws CursorException {
    after(request);
  }

  /**
   * All sites, in order.
   *
   * @param lease holds the memory that the walk keeps
   * @throws OversizedQueryException if the expression has more parts than can be searched
   * @throws StreamMemoryException if open streams leave too little memory
   */
  public SiteWalk walk(SearchRequest request, Lease lease)
      throws IOException, OversizedQueryException {
    AllSites all = new AllSites(lease);
    SiteTotals totals = scan(request, all);
    all.sort();
    return new SiteWalk(
        totals, all, new SiteReader(searcher, request.origin(), studies.sitePoints(request)));
  }

  /**
   * Counts the sites on a grid.
   *
   * @param box that the grid covers; whether sites outside of it match is up to the request
   * @param level of the grid, see {@link PointGrid}
   * @param maxCells greatest number of cells
   * @throws OversizedQueryException if the expression has more parts than can be searched
   * @throws IllegalArgumentException if there would be more cells
   */
  public SiteGrid grid(SearchRequest request, Box box, int level, int maxCells)
      throws IOException, OversizedQueryException {
    PointGrid grid = PointGrid.over(box, level, maxCells);
    FixedBitSet sites = new FixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
    SiteTotals totals = scan(request, (key, doc) -> sites.set(doc));
    return new SiteGrid(totals, totals.sites() - count(sites, grid), grid);
  }

  /** Puts the sites' points on the grid; returns how many sites have one. */
  private long count(FixedBitSet sites, PointGrid grid) throws IOException {
    long withPoint = 0;
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      SortedNumericDocValues points = SitePoints.own(segment);
      int end = segment.docBase + segment.reader().maxDoc();
      for (int doc = sites.nextSetBit(segment.docBase, end);
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = doc + 1 < end ? sites.nextSetBit(doc + 1, end) : DocIdSetIterator.NO_MORE_DOCS) {
        if (points.advanceExact(doc - segment.docBase)) {
          withPoint++;
          addPoints(points, grid);
        }
      }
    }
    return withPoint;
  }

  /** A damaged record may give a site several points. */
  private static void addPoints(SortedNumericDocValues points, PointGrid grid) throws IOException {
    for (int i = points.docValueCount(); i > 0; i--) {
      grid.add(points.nextValue());
    }
  }

  private SiteTotals scan(SearchRequest request, SiteScan.Visitor visitor)
      throws IOException, OversizedQueryException {
    try {
      Found found = studies.found(request);
      return SiteScan.run(
          searcher,
          found.matching(),
          found.matchingSites(),
          request.origin(),
          studies.sitePoints(request),
          visitor);
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  private @Nullable SitePlace after(SearchRequest request) throws CursorException {
    FieldDoc last = cursors.after(request, ORDER, List.of(Long.class));
    return last == null ? null : new SitePlace((Long) last.fields[0], last.doc);
  }

  private Optional<String> next(SearchRequest request, List<SitePlace> places) {
    return cursors.next(request, ORDER, places.size(), () -> cursorDoc(places.getLast()));
  }

  private static FieldDoc cursorDoc(SitePlace last) {
    return new FieldDoc(last.doc(), Float.NaN, new Object[] {last.key()});
  }
}
