package org.studyatlas.places;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.names.NameFields;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.EncodedPoint;
import org.studyatlas.schema.PointArea;

/**
 * Where sites without coordinates are, told by the sites of the same city that have some.
 *
 * <p>Some 200 bytes of heap per such city: there are a few thousand.
 */
final class UnlocatedSites {

  private static final Query ALL = new FieldExistsQuery(NameFields.PLACE);

  /**
   * A city that has sites without coordinates.
   *
   * @param key of its name, see {@link org.studyatlas.schema.PlaceKey}
   * @param point where it is, see {@link EncodedPoint}
   */
  private record City(BytesRef key, long point) {}

  private final List<City> cities = new ArrayList<>();
  private final Map<BytesRef, GeoPoint> points = new HashMap<>();

  private UnlocatedSites() {}

  static UnlocatedSites read(IndexSearcher searcher) throws IOException {
    UnlocatedSites sites = new UnlocatedSites();
    Weight weight = searcher.createWeight(searcher.rewrite(ALL), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        sites.read(leaf, scorer.iterator());
      }
    }
    return sites;
  }

  Map<BytesRef, GeoPoint> points() {
    return points;
  }

  /** Sites of the main index whose city lies in the area. */
  Query in(PointArea area) {
    List<BytesRef> keys = new ArrayList<>();
    for (City city : cities) {
      if (area.contains(city.point())) {
        keys.add(city.key());
      }
    }
    return keys.isEmpty()
        ? new MatchNoDocsQuery("no city there has sites without coordinates")
        : BlockFields.inPlaces(keys);
  }

  private void read(LeafReaderContext leaf, DocIdSetIterator documents) throws IOException {
    SortedSetDocValues keys = DocValues.getSortedSet(leaf.reader(), NameFields.PLACE);
    SortedNumericDocValues places =
        DocValues.getSortedNumeric(leaf.reader(), NameFields.POINT.name());
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int doc = documents.docID();
      if (!keys.advanceExact(doc) || !places.advanceExact(doc)) {
        throw new IOException("a city of the index of names has no key or no point");
      }
      long point = places.nextValue();
      City city = new City(BytesRef.deepCopyOf(keys.lookupOrd(keys.nextOrd())), point);
      cities.add(city);
      points.put(city.key(), EncodedPoint.decode(point));
    }
  }
}
