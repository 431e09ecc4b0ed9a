package org.studyatlas.schema;

import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.geo.Component2D;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.geo.GeoUtils;
import org.apache.lucene.geo.LatLonGeometry;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.SloppyMath;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Polygon;

/**
 * An area that points are in or not. It asks an index for them, or tells for a point as {@link
 * PointIndex} keeps it in doc values; both by the same arithmetic, Lucene's.
 */
public final class PointArea {

  private static final double POLE = 90;
  private static final double DATE_LINE = 180;

  /** Tells for coordinates as Lucene encodes them. */
  @FunctionalInterface
  private interface Test {
    boolean contains(int lat, int lon);
  }

  /** Makes a query on the field of that name. */
  @FunctionalInterface
  private interface Maker {
    Query query(String field);
  }

  private final Object shape;
  private final int south;
  private final int north;
  private final Test test;
  private final Maker maker;

  private PointArea(Object shape, double south, double north, Test test, Maker maker) {
    this.shape = shape;
    this.south = GeoEncodingUtils.encodeLatitude(south);
    this.north = GeoEncodingUtils.encodeLatitude(north);
    this.test = test;
    this.maker = maker;
  }

  /** All points at most the radius from the centre, on the great circle. */
  public static PointArea of(Circle circle) {
    double lat = circle.center().lat();
    double lon = circle.center().lon();
    double meters = circle.radius().meters();
    double most = GeoUtils.distanceQuerySortKey(meters);
    Rectangle around = Rectangle.fromPointDistance(lat, lon, meters);
    return new PointArea(
        circle,
        around.minLat,
        around.maxLat,
        (y, x) ->
            SloppyMath.haversinSortKey(
                    GeoEncodingUtils.decodeLatitude(y),
                    GeoEncodingUtils.decodeLongitude(x),
                    lat,
                    lon)
                <= most,
        field -> LatLonPoint.newDistanceQuery(field, lat, lon, meters));
  }

  /** All points in the rectangle or on its rim. */
  public static PointArea of(Box box) {
    return new PointArea(
        box,
        box.south(),
        box.north(),
        inside(box),
        field -> LatLonPoint.newBoxQuery(field, box.south(), box.north(), box.west(), box.east()));
  }

  /** A pole's and the date line's own numbers are beyond what can be encoded, as in Lucene. */
  private static Test inside(Box box) {
    if (box.south() == POLE || box.west() == DATE_LINE && box.east() == DATE_LINE) {
      return (lat, lon) -> false;
    }
    boolean wraps = box.crossesDateLine();
    double start = wraps && box.west() == DATE_LINE ? -DATE_LINE : box.west();
    int south = GeoEncodingUtils.encodeLatitudeCeil(box.south());
    int north = GeoEncodingUtils.encodeLatitude(box.north());
    int west = GeoEncodingUtils.encodeLongitudeCeil(start);
    int east = GeoEncodingUtils.encodeLongitude(box.east());
    boolean either = start > box.east();
    return (lat, lon) ->
        lat >= south
            && lat <= north
            && (either ? lon >= west || lon <= east : lon >= west && lon <= east);
  }

  /** All points in one of the polygons or on its rim, at least one. */
  public static PointArea of(List<Polygon> polygons) {
    org.apache.lucene.geo.Polygon[] shapes =
        polygons.stream().map(PointArea::lucene).toArray(org.apache.lucene.geo.Polygon[]::new);
    Component2D area = LatLonGeometry.create(shapes);
    return new PointArea(
        List.copyOf(polygons),
        area.getMinY(),
        area.getMaxY(),
        (lat, lon) ->
            area.contains(
                GeoEncodingUtils.decodeLongitude(lon), GeoEncodingUtils.decodeLatitude(lat)),
        field -> LatLonPoint.newPolygonQuery(field, shapes));
  }

  private static org.apache.lucene.geo.Polygon lucene(Polygon polygon) {
    return ring(
        polygon.shell(),
        polygon.holes().stream()
            .map(hole -> ring(hole))
            .toArray(org.apache.lucene.geo.Polygon[]::new));
  }

  private static org.apache.lucene.geo.Polygon ring(
      List<org.studyatlas.geo.GeoPoint> ring, org.apache.lucene.geo.Polygon... holes) {
    return new org.apache.lucene.geo.Polygon(
        ring.stream().mapToDouble(org.studyatlas.geo.GeoPoint::lat).toArray(),
        ring.stream().mapToDouble(org.studyatlas.geo.GeoPoint::lon).toArray(),
        holes);
  }

  /** Documents that have a point in the area, in the field of that index. */
  public Query of(PointIndex index) {
    return maker.query(index.name());
  }

  /** The least value of doc values that may be in the area: they are in the order of latitudes. */
  public long least() {
    return (long) south << Integer.SIZE;
  }

  /** The greatest value of doc values that may be in the area. */
  public long greatest() {
    return (long) north << Integer.SIZE | 0xFFFF_FFFFL;
  }

  /**
   * Whether a point is in the area.
   *
   * @param point a value of the field's doc values
   */
  public boolean contains(long point) {
    int lat = (int) (point >> Integer.SIZE);
    return lat >= south && lat <= north && test.contains(lat, (int) point);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PointArea that && shape.equals(that.shape);
  }

  @Override
  public int hashCode() {
    return Objects.hash(PointArea.class, shape);
  }

  @Override
  public String toString() {
    return shape.toString();
  }
}
