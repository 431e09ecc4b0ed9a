package org.studyatlas.area;

import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.spatial4j.context.SpatialContext;
import org.locationtech.spatial4j.context.jts.JtsSpatialContextFactory;
import org.locationtech.spatial4j.exception.InvalidShapeException;
import org.locationtech.spatial4j.io.ShapeReader;
import org.locationtech.spatial4j.shape.Rectangle;
import org.locationtech.spatial4j.shape.Shape;
import org.locationtech.spatial4j.shape.jts.JtsGeometry;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;

/**
 * Reads a polygon or several, as WKT ({@code POLYGON((lon lat, …))}) or as a GeoJSON geometry or
 * feature.
 *
 * <p>An edge goes the short way round the globe, so that an area may cross the date line, written
 * with longitudes beyond 180 or with a change of sign; it is cut there. No area may be wider than
 * half the globe between two corners.
 */
public final class AreaReader {

  /** Greatest number of corners, so that no one area keeps the server busy. */
  public static final int MAX_CORNERS = 10_000;

  private static final String NOT_CLOSED =
      "a ring is not closed or too short: it needs four points, the last equal to the first";

  private static final String CROSSING =
      "the area crosses itself near the date line; give its corners in order around it";

  private static final SpatialContext CONTEXT = context();
  private static final Pattern KIND = Pattern.compile("\\s*([A-Za-z]+)");

  /** Begins at no digit within a number and gives nothing back: linear in any text. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![\\d.])(-?[\\d.]++(?:[eE][-+]?\\d++)?+)\\s++(-?[\\d.]++(?:[eE][-+]?\\d++)?+)");

  private AreaReader() {}

  private static SpatialContext context() {
    JtsSpatialContextFactory factory = new JtsSpatialContextFactory();
    factory.geo = true;
    factory.normWrapLongitude = true;
    return factory.newSpatialContext();
  }

  /**
   * The polygons of a text.
   *
   * @throws InvalidAreaException if it is no polygon, crosses itself or is too large
   */
  public static List<Polygon> read(String text) throws InvalidAreaException {
    boolean json = text.stripLeading().startsWith("{");
    String wkt = json ? GeoJsonArea.toWkt(text) : text;
    checkKind(wkt);
    checkCorners(wkt);
    try {
      ShapeReader reader = CONTEXT.getFormats().getWktReader();
      return polygons((Shape) reader.read(wkt));
    } catch (ParseException e) {
      if (e.getCause() instanceof TopologyException) { // cut at the date line before it is checked
        throw new InvalidAreaException(CROSSING);
      }
      throw new InvalidAreaException(
          "the text breaks off or goes wrong here; write POLYGON((lon lat, lon lat, …))",
          json ? -1 : Math.min(e.getErrorOffset(), text.length()));
    } catch (InvalidShapeException e) {
      throw new InvalidAreaException(reason(e));
    } catch (AssertionError e) { // the same, where Spatial4j's assertions are on
      throw new InvalidAreaException(CROSSING);
    } catch (IllegalArgumentException e) {
      throw new InvalidAreaException(NOT_CLOSED);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }

  private static String reason(InvalidShapeException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("LinearRing")) {
      return NOT_CLOSED;
    }
    return message.contains("elf-intersection")
        ? "the area crosses itself: "
            + message.replace(", NaN", "").lines().findFirst().orElse("")
            + "; give its corners in order around it"
        : "the area is not valid: " + message.lines().findFirst().orElse("");
  }

  private static void checkKind(String wkt) throws InvalidAreaException {
    Matcher kind = KIND.matcher(wkt);
    boolean polygon =
        kind.lookingAt() && kind.group(1).toUpperCase(Locale.ROOT).matches("(MULTI)?POLYGON");
    if (!polygon) {
      throw new InvalidAreaException(
          "expected POLYGON or MULTIPOLYGON as WKT or GeoJSON; a rectangle is bbox=", 0);
    }
  }

  private static void checkCorners(String wkt) throws InvalidAreaException {
    Matcher pair = PAIR.matcher(wkt);
    int corners = 0;
    while (pair.find()) {
      corners++;
      if (corners > MAX_CORNERS) {
        throw new InvalidAreaException(
            "the area has too many corners; at most %d are taken, simplify it"
                .formatted(MAX_CORNERS));
      }
      checkLatitude(pair);
    }
  }

  private static void checkLatitude(Matcher pair) throws InvalidAreaException {
    double lon = number(pair.group(1));
    double lat = number(pair.group(2));
    if (Math.abs(lat) > 90) {
      String order =
          Math.abs(lon) <= 90 && Math.abs(lat) <= 180
              ? "; the order is longitude latitude, these look exchanged"
              : "";
      throw new InvalidAreaException(
          "latitude must be -90 to 90 degrees, got " + pair.group(2) + order, pair.start(2));
    }
    if (Math.abs(lon) > 360) {
      throw new InvalidAreaException(
          "longitude must be -180 to 180 degrees, got " + pair.group(1), pair.start(1));
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0; // the parser will tell
    }
  }

  private static List<Polygon> polygons(Shape shape) throws InvalidAreaException {
    if (shape instanceof Rectangle box && !box.isEmpty()) {
      return box.getCrossesDateLine()
          ? List.of(rectangle(box.getMinX(), 180, box), rectangle(-180, box.getMaxX(), box))
          : List.of(rectangle(box.getMinX(), box.getMaxX(), box));
    }
    if (!(shape instanceof JtsGeometry jts)) {
      throw new InvalidAreaException("the area is empty; a polygon needs at least three corners");
    }
    Geometry geometry = jts.getGeom();
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof org.locationtech.jts.geom.Polygon polygon
          && !polygon.isEmpty()) {
        polygons.add(polygon(polygon));
      }
    }
    if (polygons.isEmpty()) {
      throw new InvalidAreaException("the area is empty; a polygon needs at least three corners");
    }
    return polygons;
  }

  /** Spatial4j makes rectangles of polygons that are one. */
  private static Polygon rectangle(double west, double east, Rectangle box) {
    GeoPoint corner = new GeoPoint(box.getMinY(), west);
    return new Polygon(
        List.of(
            corner,
            new GeoPoint(box.getMinY(), east),
            new GeoPoint(box.getMaxY(), east),
            new GeoPoint(box.getMaxY(), west),
            corner),
        List.of());
  }

  private static Polygon polygon(org.locationtech.jts.geom.Polygon polygon) {
    List<List<GeoPoint>> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(ring(polygon.getInteriorRingN(i)));
    }
    return new Polygon(ring(polygon.getExteriorRing()), holes);
  }

  private static List<GeoPoint> ring(LinearRing ring) {
    return Arrays.stream(ring.getCoordinates()).map(AreaReader::point).toList();
  }

  private static GeoPoint point(Coordinate corner) {
    return new GeoPoint(Math.clamp(corner.y, -90, 90) + 0.0, Math.clamp(corner.x, -180, 180) + 0.0);
  }
}
