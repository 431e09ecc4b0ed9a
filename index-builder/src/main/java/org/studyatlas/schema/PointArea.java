package org.studyatlas.schema;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.ShapeField.QueryRelation;
import org.apache.lucene.geo.Component2D;
import org.apache.lucene.geo.LatLonGeometry;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.search.Query;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;

/**
 * An area that points are in or not. It asks an index for them, or tells for a point as {@link
 * PointIndex} keeps it in doc values; both by Lucene's geometry.
 */
public final class PointArea {

  private static final double POLE = 90;
  private static final double DATE_LINE = 180;

  private final LatLonGeometry[] shapes;
  private final Component2D area;
  private final long least;
  private final long greatest;

  private PointArea(LatLonGeometry[] shapes, boolean empty) {
    this.shapes = shapes;
    area = LatLonGeometry.create(shapes);
    least = empty ? Long.MAX_VALUE : EncodedPoint.southernmost(area.getMinY());
    greatest = empty ? Long.MIN_VALUE : EncodedPoint.northernmost(area.getMaxY());
  }

  private static PointArea of(LatLonGeometry... shapes) {
    return new PointArea(shapes, false);
  }

  /** All points at most the radius from the centre, on the great circle. */
  public static PointArea of(Circle circle) {
    return of(
        new org.apache.lucene.geo.Circle(
            circle.center().lat(), circle.center().lon(), circle.radius().meters()));
  }

  /**
   * All points in the rectangle or on its rim. The numbers of a pole and of the date line itself
   * are beyond what can be encoded, so that nothing is in a box that is only that, as in Lucene.
   */
  public static PointArea of(Box box) {
    Rectangle shape = new Rectangle(box.south(), box.north(), box.west(), box.east());
    boolean empty = box.south() == POLE || box.west() == DATE_LINE && box.east() == DATE_LINE;
    return new PointArea(new LatLonGeometry[] {shape}, empty);
  }

  /** All points in one of the polygons or on its rim, at least one. */
  public static PointArea of(List<Polygon> polygons) {
    return of(polygons.stream().map(PointArea::lucene).toArray(LatLonGeometry[]::new));
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

  /** Documents that have a point in the area, in the field of that index. */
  public Query of(PointIndex index) {
    return LatLonPoint.newGeometryQuery(index.name(), QueryRelation.INTERSECTS, shapes);
  }

  /** The least value of doc values that may be in the area: they are in the order of latitudes. */
  public long least() {
    return least;
  }

  /** The greatest value of doc values that may be in the area. */
  public long greatest() {
    return greatest;
  }

  /**
   * Whether a point is in the area.
   *
   * @param point a value of the field's doc values
   */
  public boolean contains(long point) {
    return point >= least
        && point <= greatest
        && area.contains(EncodedPoint.lon(point), EncodedPoint.lat(point));
  }

  @Override
  public String toString() {
    return Arrays.toString(shapes);
  }
}
