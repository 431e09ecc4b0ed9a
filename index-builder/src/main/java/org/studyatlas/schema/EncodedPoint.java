package org.studyatlas.schema;

import org.apache.lucene.geo.GeoEncodingUtils;
import org.studyatlas.geo.GeoPoint;

/**
 * A point as doc values hold it ({@link PointIndex}): 32 bits of latitude above 32 bits of
 * longitude, so that points are in the order of their latitudes.
 */
public final class EncodedPoint {

  private EncodedPoint() {}

  /** The point in one number. */
  public static long encode(GeoPoint point) {
    return of(
        GeoEncodingUtils.encodeLatitude(point.lat()),
        GeoEncodingUtils.encodeLongitude(point.lon()));
  }

  /** The least number of a latitude and all that are north of it. */
  static long southernmost(double lat) {
    return of(GeoEncodingUtils.encodeLatitude(lat), 0);
  }

  /** The greatest number of a latitude and all that are south of it. */
  static long northernmost(double lat) {
    return of(GeoEncodingUtils.encodeLatitude(lat), -1);
  }

  private static long of(int lat, int lon) {
    return (long) lat << Integer.SIZE | Integer.toUnsignedLong(lon);
  }

  /** The point, up to 8.4e-8 degrees from the one that was encoded. */
  public static GeoPoint decode(long encoded) {
    return new GeoPoint(lat(encoded), lon(encoded));
  }

  /** Its latitude in degrees. */
  static double lat(long encoded) {
    return GeoEncodingUtils.decodeLatitude((int) (encoded >> Integer.SIZE));
  }

  /** Its longitude in degrees. */
  static double lon(long encoded) {
    return GeoEncodingUtils.decodeLongitude((int) encoded);
  }
}
