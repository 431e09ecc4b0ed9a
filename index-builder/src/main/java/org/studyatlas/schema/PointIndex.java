package org.studyatlas.schema;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.studyatlas.fields.Field;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;

/**
 * A leaf with coordinates: points for radius, box and polygon, doc values for distances and for
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

  /** Documents with a point at most that many metres from the centre, on the great circle. */
  public Query within(GeoPoint center, double radiusMeters) {
    return LatLonPoint.newDistanceQuery(name(), center.lat(), center.lon(), radiusMeters);
  }

  /** Documents with a point in the rectangle or on its rim. */
  public Query within(Box box) {
    return LatLonPoint.newBoxQuery(name(), box.south(), box.north(), box.west(), box.east());
  }

  /** Documents with a point in one of the polygons, at least one. */
  public Query within(List<Polygon> area) {
    return LatLonPoint.newPolygonQuery(
        name(),
        area.stream().map(PointIndex::lucene).toArray(org.apache.lucene.geo.Polygon[]::new));
  }

  private static org.apache.lucene.geo.Polygon lucene(Polygon polygon) {
    return ring(
        polygon.shell(),
        polygon.holes().stream()
            .map(hole -> ring(hole))
            .toArray(org.apache.lucene.geo.Polygon[]::new));
  }

  private static org.apache.lucene.geo.Polygon ring(
      List<GeoPoint> ring, org.apache.lucene.geo.Polygon... holes) {
    return new org.apache.lucene.geo.Polygon(
        ring.stream().mapToDouble(GeoPoint::lat).toArray(),
        ring.stream().mapToDouble(GeoPoint::lon).toArray(),
        holes);
  }

  @Override
  public Query exists() {
    return new FieldExistsQuery(name());
  }
}
