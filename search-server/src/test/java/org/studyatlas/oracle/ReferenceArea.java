package org.studyatlas.oracle;

import java.util.List;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;

/** Whether a point lies in an area, by counting the edges that a ray to the east crosses. */
final class ReferenceArea {

  private ReferenceArea() {}

  static boolean contains(List<Polygon> area, GeoPoint point) {
    return area.stream().anyMatch(polygon -> contains(polygon, point));
  }

  private static boolean contains(Polygon polygon, GeoPoint point) {
    return crossed(polygon.shell(), point)
        && polygon.holes().stream().noneMatch(hole -> crossed(hole, point));
  }

  private static boolean crossed(List<GeoPoint> ring, GeoPoint point) {
    boolean odd = false;
    for (int i = 1; i < ring.size(); i++) {
      GeoPoint a = ring.get(i - 1);
      GeoPoint b = ring.get(i);
      boolean beside = (a.lat() > point.lat()) != (b.lat() > point.lat());
      if (beside) {
        double lon = a.lon() + (point.lat() - a.lat()) / (b.lat() - a.lat()) * (b.lon() - a.lon());
        odd ^= point.lon() < lon;
      }
    }
    return odd;
  }
}
