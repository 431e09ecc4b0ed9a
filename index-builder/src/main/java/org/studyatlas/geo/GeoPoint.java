package org.studyatlas.geo;

/**
 * A point on the globe in degrees (WGS 84).
 *
 * @param lat latitude, -90 to 90
 * @param lon longitude, -180 to 180
 */
public record GeoPoint(double lat, double lon) {

  /** Mean radius of the Earth in metres, the one that Lucene's haversine formula uses. */
  private static final double EARTH_RADIUS_METERS = 6_371_008.7714;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a coordinate is not a number in its range
   */
  public GeoPoint {
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("latitude must be -90 to 90 degrees, got " + lat);
    }
    if (!(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("longitude must be -180 to 180 degrees, got " + lon);
    }
  }

  /** Great-circle (haversine) distance to the other point, in metres. */
  public double metersTo(GeoPoint other) {
    double lat1 = Math.toRadians(lat);
    double lat2 = Math.toRadians(other.lat);
    double sinHalfLat = Math.sin((lat2 - lat1) / 2);
    double sinHalfLon = Math.sin(Math.toRadians(other.lon - lon) / 2);
    double h = sinHalfLat * sinHalfLat + Math.cos(lat1) * Math.cos(lat2) * sinHalfLon * sinHalfLon;
    return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
