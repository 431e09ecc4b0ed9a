package org.studyatlas.geo;

import java.math.BigDecimal;

/**
 * A rectangle between two parallels and two meridians; its rim belongs to it. If {@code west} is
 * greater than {@code east} it crosses the date line.
 *
 * @param south least latitude in degrees
 * @param west longitude of its western rim in degrees
 * @param north greatest latitude, at least {@code south}
 * @param east longitude of its eastern rim in degrees
 */
public record Box(double south, double west, double north, double east) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a coordinate is out of its range or south is above north
   */
  public Box {
    GeoPoint southWest = new GeoPoint(south, west);
    GeoPoint northEast = new GeoPoint(north, east);
    if (southWest.lat() > northEast.lat()) {
      throw new IllegalArgumentException("south must not be above north, got " + south);
    }
  }

  /** Whether it crosses the meridian of 180 degrees. */
  public boolean crossesDateLine() {
    return west > east;
  }

  /** Whether the point is inside or on the rim. */
  public boolean contains(GeoPoint point) {
    boolean between =
        crossesDateLine()
            ? point.lon() >= west || point.lon() <= east
            : point.lon() >= west && point.lon() <= east;
    return between && point.lat() >= south && point.lat() <= north;
  }

  /** West, south, east, north, as GeoJSON orders them. */
  @Override
  public String toString() {
    return degrees(west) + "," + degrees(south) + "," + degrees(east) + "," + degrees(north);
  }

  private static String degrees(double degrees) {
    return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
  }
}
