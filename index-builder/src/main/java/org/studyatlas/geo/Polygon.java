package org.studyatlas.geo;

import java.util.List;

/**
 * An area on the map, bounded by straight lines in latitude and longitude. It does not cross the
 * date line: one that does is several polygons that touch it.
 *
 * @param shell its corners in order, the first one repeated at the end; at least four
 * @param holes rings inside of the shell that do not belong to it, in the same form
 */
public record Polygon(List<GeoPoint> shell, List<List<GeoPoint>> holes) {

  private static final int LEAST_CORNERS = 4;

  /**
   * Copies the rings and checks them.
   *
   * @throws IllegalArgumentException if a ring is too short or not closed
   */
  public Polygon {
    shell = closed(shell);
    holes = holes.stream().map(Polygon::closed).toList();
  }

  private static List<GeoPoint> closed(List<GeoPoint> ring) {
    if (ring.size() < LEAST_CORNERS || !ring.getFirst().equals(ring.getLast())) {
      throw new IllegalArgumentException("a ring needs four points, the last equal to the first");
    }
    return List.copyOf(ring);
  }
}
