package org.studyatlas.area;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A ring without the leap at the date line: each corner is moved by whole turns so that its edge is
 * as short as can be. So longitudes may lie beyond 180.
 */
final class UnwrappedRing {

  static final double TURN = 360;

  private static final String NOT_CLOSED =
      "a ring is not closed or too short: it needs four points, the last equal to the first";

  private static final String ROUND =
      "the area goes round a pole, or has no width: an edge goes the short way round the globe;"
          + " give corners less than 180 degrees apart, or a rectangle from -180 to 180";

  private static final int LEAST_POINTS = 4;
  private static final int RECTANGLE_POINTS = 5;

  /** How far apart the corners are that a whole band of the globe gets. */
  private static final int BAND_STEP = 90;

  private final Coordinate[] corners;

  private UnwrappedRing(Coordinate[] corners) {
    this.corners = corners;
  }

  /**
   * Unwraps a ring. A rectangle whose edges lead once round the globe is taken as it is written, as
   * the band between its latitudes, though the short way of these edges has no length.
   */
  static UnwrappedRing of(Coordinate[] ring) throws InvalidAreaException {
    if (ring.length < LEAST_POINTS || !ring[0].equals2D(ring[ring.length - 1])) {
      throw new InvalidAreaException(NOT_CLOSED);
    }
    Coordinate[] corners = new Coordinate[ring.length];
    corners[0] = ring[0].copy();
    double turns = 0;
    for (int i = 1; i < ring.length; i++) {
      turns -= Math.rint((ring[i].x - ring[i - 1].x) / TURN);
      corners[i] = new Coordinate(ring[i].x + turns * TURN, ring[i].y);
    }
    boolean closed = turns == 0;
    UnwrappedRing unwrapped = new UnwrappedRing(corners);
    if (closed && unwrapped.envelope().getWidth() > 0) {
      return unwrapped;
    }
    Envelope written = new UnwrappedRing(ring).envelope();
    if (closed && written.getWidth() == TURN && isRectangle(ring, written)) {
      return band(written.getMinY(), written.getMaxY());
    }
    throw new InvalidAreaException(ROUND);
  }

  /** Of the envelope's corners each one once, and next to each other in the ring as in it. */
  private static boolean isRectangle(Coordinate[] ring, Envelope envelope) {
    boolean rectangle = ring.length == RECTANGLE_POINTS && envelope.getHeight() > 0;
    for (int i = 1; i < ring.length && rectangle; i++) {
      Coordinate a = ring[i - 1];
      Coordinate b = ring[i];
      boolean atEdge = b.y == envelope.getMinY() || b.y == envelope.getMaxY();
      boolean along = (a.x == b.x) != (a.y == b.y);
      boolean turns = i == 1 || (a.x == b.x) != (ring[i - 2].x == a.x);
      rectangle = atEdge && along && turns;
    }
    return rectangle;
  }

  /** With corners so near to each other that it is the same where it is read again. */
  private static UnwrappedRing band(double south, double north) {
    int steps = (int) TURN / BAND_STEP;
    Coordinate[] corners = new Coordinate[2 * (steps + 1) + 1];
    for (int i = 0; i <= steps; i++) {
      corners[i] = new Coordinate(-TURN / 2 + i * BAND_STEP, south);
      corners[2 * steps + 1 - i] = new Coordinate(corners[i].x, north);
    }
    corners[corners.length - 1] = corners[0].copy();
    return new UnwrappedRing(corners);
  }

  Coordinate[] corners() {
    return corners;
  }

  Envelope envelope() {
    Envelope envelope = new Envelope();
    Arrays.stream(corners).forEach(envelope::expandToInclude);
    return envelope;
  }

  /** The same, moved by whole turns to the east. */
  UnwrappedRing moved(double turns) {
    return new UnwrappedRing(
        Arrays.stream(corners)
            .map(corner -> new Coordinate(corner.x + turns * TURN, corner.y))
            .toArray(Coordinate[]::new));
  }

  /** The same, moved by whole turns to where its middle is as near as can be. */
  UnwrappedRing besides(UnwrappedRing other) {
    double gap = other.envelope().centre().x - envelope().centre().x;
    return moved(Math.rint(gap / TURN));
  }
}
