package org.studyatlas.places;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.names.NameFields;
import org.studyatlas.schema.BlockFields;

/**
 * Where sites without coordinates are, told by the sites of the same city that have some.
 *
 * <p>Some 200 bytes of heap per such city: there are a few thousand.
 */
final class UnlocatedSites {

  private static final Query ALL = new FieldExistsQuery(NameFields.PLACE);

  /** Along a meridian; a little less than it is, so that no city is left out by rounding. */
  private static final double METERS_PER_DEGREE = 111_000;

  private final IndexSearcher searcher;
  private final Map<BytesRef, GeoPoint> points = new HashMap<>();

  private UnlocatedSites(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  static UnlocatedSites read(IndexSearcher searcher) throws IOException {
    UnlocatedSites sites = new UnlocatedSites(searcher);
    sites.visit(ALL, sites.points::put);
    return sites;
  }

  Map<BytesRef, GeoPoint> points() {
    return points;
  }

  /** Sites of the main index whose city lies where the query looks. */
  Query in(Query area) throws IOException {
    List<BytesRef> keys = new ArrayList<>();
    BooleanQuery cities =
        new BooleanQuery.Builder().add(ALL, Occur.FILTER).add(area, Occur.FILTER).build();
    visit(cities, (key, point) -> keys.add(key));
    return in(keys);
  }

  /** The same for a circle, without a query: Lucene's takes longer to prepare than all cities. */
  Query in(Circle circle) {
    List<BytesRef> keys = new ArrayList<>();
    double degrees = circle.radius().meters() / METERS_PER_DEGREE;
    points.forEach(
        (key, point) -> {
          boolean near = Math.abs(point.lat() - circle.center().lat()) <= degrees;
          if (near && circle.contains(point)) {
            keys.add(key);
          }
        });
    return in(keys);
  }

  private static Query in(List<BytesRef> keys) {
    return keys.isEmpty()
        ? new MatchNoDocsQuery("no city there has sites without coordinates")
        : BlockFields.inPlaces(keys);
  }

  private interface Visitor {
    void visit(BytesRef key, GeoPoint point);
  }

  private void visit(Query cities, Visitor visitor) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(cities), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        visit(leaf, scorer.iterator(), visitor);
      }
    }
  }

  private static void visit(LeafReaderContext leaf, DocIdSetIterator cities, Visitor visitor)
      throws IOException {
    SortedSetDocValues keys = DocValues.getSortedSet(leaf.reader(), NameFields.PLACE);
    SortedNumericDocValues places =
        DocValues.getSortedNumeric(leaf.reader(), NameFields.POINT.name());
    while (cities.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int doc = cities.docID();
      if (!keys.advanceExact(doc) || !places.advanceExact(doc)) {
        throw new IOException("a city of the index of names has no key or no point");
      }
      long point = places.nextValue();
      GeoPoint decoded =
          new GeoPoint(
              GeoEncodingUtils.decodeLatitude((int) (point >> 32)),
              GeoEncodingUtils.decodeLongitude((int) point));
      visitor.visit(BytesRef.deepCopyOf(keys.lookupOrd(keys.nextOrd())), decoded);
    }
  }
}
