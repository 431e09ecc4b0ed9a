package org.studyatlas.names;

import org.apache.lucene.geo.GeoEncodingUtils;
import org.studyatlas.geo.GeoPoint;

/** A point as the doc values of the index hold it: 32 bits each of latitude and longitude. */
final class EncodedPoint {

  private EncodedPoint() {}

  static long encode(GeoPoint point) {
    long lat = GeoEncodingUtils.encodeLatitude(point.lat());
    int lon = GeoEncodingUtils.encodeLongitude(point.lon());
    return lat << 32 | lon & 0xFFFFFFFFL;
  }

  static GeoPoint decode(long encoded) {
    return new GeoPoint(
        GeoEncodingUtils.decodeLatitude((int) (encoded >> 32)),
        GeoEncodingUtils.decodeLongitude((int) encoded));
  }
}
