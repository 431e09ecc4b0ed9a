package org.studyatlas.geo;

/**
 * All points of the globe within a distance of a point.
 *
 * @param center its centre
 * @param radius great-circle distance of its rim, which belongs to it
 */
public record Circle(GeoPoint center, Distance radius) {

  /** Whether the point is inside or on the rim. */
  public boolean contains(GeoPoint point) {
    return center.metersTo(point) <= radius.meters();
  }
}
