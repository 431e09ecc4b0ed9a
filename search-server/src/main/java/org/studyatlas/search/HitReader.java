package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.study.NctId;

/**
 * Reads what a page shows of its hits: ids, places of the records, matching sites. Goes through the
 * documents in their order, since doc values and sites can only be walked forward.
 */
final class HitReader {

  private static final String HAS_RESULTS = "HasResults";
  private static final BytesRef TRUE = new BytesRef("true");

  private final IndexSearcher searcher;
  private final SitePoints points;
  private final int scoreField;

  HitReader(IndexSearcher searcher, Sort sort, SitePoints points) {
    this.searcher = searcher;
    this.points = points;
    List<SortField.Type> types = Arrays.stream(sort.getSort()).map(SortField::getType).toList();
    this.scoreField = types.indexOf(SortField.Type.SCORE);
  }

  /**
   * Reads the hits, in the order given.
   *
   * @param matchingSites query of the sites to list; null for none
   * @param origin where distances are measured from, or null
   */
  List<StudyHit> read(List<ScoreDoc> docs, @Nullable Query matchingSites, @Nullable GeoPoint origin)
      throws IOException {
    Weight weight =
        matchingSites == null
            ? null
            : searcher.createWeight(
                searcher.rewrite(matchingSites), ScoreMode.COMPLETE_NO_SCORES, 1);
    Integer[] byDocument = new Integer[docs.size()];
    Arrays.setAll(byDocument, i -> i);
    Arrays.sort(byDocument, Comparator.comparingInt(i -> docs.get(i).doc));
    StudyHit[] hits = new StudyHit[docs.size()];
    Segment segment = null;
    for (int i : byDocument) {
      ScoreDoc doc = docs.get(i);
      if (segment == null || !segment.holds(doc.doc)) {
        segment = new Segment(leaf(doc.doc), weight, points);
      }
      hits[i] = segment.read(doc.doc, score(doc), origin);
    }
    return List.of(hits);
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  private float score(ScoreDoc doc) {
    if (scoreField < 0 || !(doc instanceof FieldDoc fieldDoc) || fieldDoc.fields == null) {
      return Float.NaN;
    }
    return (Float) fieldDoc.fields[scoreField];
  }

  /** The doc values of one segment. */
  private static final class Segment {
    private final LeafReaderContext context;
    private final SortedNumericDocValues ids;
    private final BinaryDocValues records;
    private final SortedSetDocValues results;
    private final long withResults;
    private final @Nullable SiteBlock sites;

    Segment(LeafReaderContext context, @Nullable Weight matchingSites, SitePoints points)
        throws IOException {
      this.context = context;
      ids = DocValues.getSortedNumeric(context.reader(), BlockFields.NCT_NUMBER);
      records = DocValues.getBinary(context.reader(), BlockFields.RECORD);
      results = DocValues.getSortedSet(context.reader(), HAS_RESULTS);
      withResults = results.lookupTerm(TRUE);
      sites = matchingSites == null ? null : new SiteBlock(context, matchingSites, points);
    }

    boolean holds(int doc) {
      return doc < context.docBase + context.reader().maxDoc();
    }

    StudyHit read(int globalDoc, float score, @Nullable GeoPoint origin) throws IOException {
      int doc = globalDoc - context.docBase;
      if (!ids.advanceExact(doc) || !records.advanceExact(doc)) {
        throw new IllegalStateException("document " + globalDoc + " is no study");
      }
      NctId id = new NctId((int) ids.nextValue());
      RecordPointer record = BlockFields.record(records.binaryValue());
      return new StudyHit(id, record, hasResults(doc), score, sites(doc, origin));
    }

    private boolean hasResults(int doc) throws IOException {
      return withResults >= 0 && results.advanceExact(doc) && results.nextOrd() == withResults;
    }

    private List<MatchedSite> sites(int doc, @Nullable GeoPoint origin) throws IOException {
      if (sites == null) {
        return List.of();
      }
      List<MatchedSite> matched = new ArrayList<>();
      for (boolean on = sites.enter(doc); on; on = sites.next(doc)) {
        double meters = origin == null ? Double.NaN : sites.metersFrom(origin);
        matched.add(new MatchedSite(sites.ordinal(), meters, sites.isResolved()));
      }
      matched.sort(MatchedSite.NEAREST_FIRST);
      return matched;
    }
  }
}
