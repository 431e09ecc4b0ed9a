package org.studyatlas.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;

/** Writes areas as well-known text (WKT): longitude first. */
public final class AreaText {

  private AreaText() {}

  /** {@code MULTIPOLYGON(…)}; coordinates in decimal digits, as short as they are exact. */
  public static String write(List<Polygon> area) {
    return area.stream()
        .map(AreaText::polygon)
        .collect(Collectors.joining(",", "MULTIPOLYGON(", ")"));
  }

  private static String polygon(Polygon polygon) {
    return Stream.concat(Stream.of(polygon.shell()), polygon.holes().stream())
        .map(AreaText::ring)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String ring(List<GeoPoint> ring) {
    return ring.stream()
        .map(point -> degrees(point.lon()) + " " + degrees(point.lat()))
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** A coordinate in decimal digits, as short as it is exact. */
  public static String degrees(double degrees) {
    return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
  }
}
