package org.studyatlas.area;

import static org.studyatlas.area.UnwrappedRing.TURN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;

/**
 * Cuts a polygon at the date line.
 *
 * <p>Its rings are unwrapped and the holes moved into the shell, which is checked and cut in the
 * plane; the pieces are moved back between -180 and 180.
 */
final class DateLineCut {

  private static final GeometryFactory PLANE = new GeometryFactory();
  private static final double HALF_TURN = TURN / 2;

  private DateLineCut() {}

  /**
   * The pieces of a polygon.
   *
   * @param rings the shell, then the holes
   * @throws InvalidAreaException if it crosses itself or is not closed
   */
  static List<Polygon> of(List<Coordinate[]> rings) throws InvalidAreaException {
    UnwrappedRing shell = UnwrappedRing.of(rings.getFirst());
    List<UnwrappedRing> holes = new ArrayList<>();
    for (Coordinate[] hole : rings.subList(1, rings.size())) {
      holes.add(UnwrappedRing.of(hole).besides(shell));
    }
    try {
      boolean round = shell.envelope().getWidth() >= TURN;
      return cut(round ? without(shell, holes) : polygon(shell, holes));
    } catch (TopologyException e) {
      throw new InvalidAreaException(
          "the area crosses itself; give its corners in order around it");
    }
  }

  private static Geometry polygon(UnwrappedRing shell, List<UnwrappedRing> holes)
      throws InvalidAreaException {
    LinearRing[] inner =
        holes.stream()
            .map(hole -> PLANE.createLinearRing(hole.corners()))
            .toArray(LinearRing[]::new);
    Geometry polygon = PLANE.createPolygon(PLANE.createLinearRing(shell.corners()), inner);
    @Nullable TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error != null) {
      throw new InvalidAreaException(reason(error));
    }
    return polygon;
  }

  private static String reason(TopologyValidationError error) {
    String where =
        "%s at or near point (%s, %s)"
            .formatted(error.getMessage(), error.getCoordinate().x, error.getCoordinate().y);
    boolean crossing = error.getMessage().contains("elf-intersection");
    return crossing
        ? "the area crosses itself: " + where + "; give its corners in order around it"
        : "the area is not valid: " + where;
  }

  /** Of a shell once round the globe: there a hole may lie across the shell's own ends. */
  private static Geometry without(UnwrappedRing shell, List<UnwrappedRing> holes)
      throws InvalidAreaException {
    Geometry left = polygon(shell, List.of());
    for (UnwrappedRing hole : holes) {
      for (int turns = -1; turns <= 1; turns++) {
        left = left.difference(polygon(hole.moved(turns), List.of()));
      }
    }
    return left;
  }

  private static List<Polygon> cut(Geometry area) {
    Envelope extent = area.getEnvelopeInternal();
    int first = (int) Math.floor((extent.getMinX() + HALF_TURN) / TURN);
    int last = (int) Math.ceil((extent.getMaxX() - HALF_TURN) / TURN);
    List<Polygon> pieces = new ArrayList<>();
    for (int page = first; page <= last; page++) {
      double west = page * TURN - HALF_TURN;
      Envelope globe = new Envelope(west, west + TURN, -HALF_TURN, HALF_TURN);
      Geometry part = globe.contains(extent) ? area : area.intersection(PLANE.toGeometry(globe));
      add(part, page * TURN, pieces);
    }
    return pieces;
  }

  /** Lines, where an area only touches the date line, are no part of it. */
  private static void add(Geometry part, double shift, List<Polygon> pieces) {
    for (int i = 0; i < part.getNumGeometries(); i++) {
      if (part.getGeometryN(i) instanceof org.locationtech.jts.geom.Polygon polygon
          && !polygon.isEmpty()) {
        List<List<GeoPoint>> holes = new ArrayList<>();
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          holes.add(ring(polygon.getInteriorRingN(hole), shift));
        }
        pieces.add(new Polygon(ring(polygon.getExteriorRing(), shift), holes));
      }
    }
  }

  private static List<GeoPoint> ring(LinearRing ring, double shift) {
    return Arrays.stream(ring.getCoordinates()).map(corner -> point(corner, shift)).toList();
  }

  private static GeoPoint point(Coordinate corner, double shift) {
    double lon = Math.clamp(corner.x - shift, -HALF_TURN, HALF_TURN);
    return new GeoPoint(Math.clamp(corner.y, -90, 90) + 0.0, lon + 0.0);
  }
}
