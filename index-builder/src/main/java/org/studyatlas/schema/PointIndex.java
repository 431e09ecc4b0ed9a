package org.studyatlas.schema;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.studyatlas.fields.Field;
import org.studyatlas.geo.GeoPoint;

/**
 * A leaf with coordinates: points for areas ({@link PointArea}), doc values for distances and for
 * counts on a map ({@link PointGrid}).
 *
 * <p>Lucene keeps a coordinate in 32 bits, so a stored point is up to 8.4e-8 degrees (about 1 cm)
 * from the given one.
 *
 * @param field of the catalogue
 */
public record PointIndex(Field field) implements IndexField {

  /** Adds a point. */
  public void add(Document document, GeoPoint point) {
    document.add(new LatLonPoint(name(), point.lat(), point.lon()));
    document.add(new LatLonDocValuesField(name(), point.lat(), point.lon()));
  }

  @Override
  public Query exists() {
    return new FieldExistsQuery(name());
  }
}
