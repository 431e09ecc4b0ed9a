package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.studyatlas.geo.GeoPoint;

/** Makes random circles, boxes and triangles where sites are, at the date line and at the poles. */
final class RandomPlaces {

  private final List<JsonNode> sites;
  private final Random random;

  RandomPlaces(List<JsonNode> sites, Random random) {
    this.sites = sites;
    this.random = random;
  }

  NativeFilter within() {
    GeoPoint center = center();
    int kilometers = 1 + random.nextInt(random.nextBoolean() ? 100 : 3_000);
    return ofPoint(
        "near",
        degrees(center.lat()) + "," + degrees(center.lon()) + ";" + kilometers + "km",
        p -> center.metersTo(p) <= kilometers * 1_000.0);
  }

  NativeFilter box() {
    GeoPoint center = center();
    double south = Math.max(-90, center.lat() - 5 * random.nextDouble());
    double north = Math.min(90, center.lat() + 5 * random.nextDouble());
    double west = wrapped(center.lon() - 20 * random.nextDouble());
    double east = wrapped(center.lon() + 20 * random.nextDouble());
    String text = String.join(",", degrees(west), degrees(south), degrees(east), degrees(north));
    return ofPoint(
        "bbox",
        text,
        p ->
            p.lat() >= south
                && p.lat() <= north
                && (west <= east
                    ? p.lon() >= west && p.lon() <= east
                    : p.lon() >= west || p.lon() <= east));
  }

  /** A triangle, possibly beyond the date line. */
  NativeFilter area() {
    GeoPoint center = center();
    List<double[]> corners = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double angle = (i + 0.8 * random.nextDouble()) * 2 * Math.PI / 3;
      double lat = Math.clamp(center.lat() + 6 * Math.sin(angle), -89, 89);
      corners.add(new double[] {center.lon() + 12 * Math.cos(angle), lat});
    }
    corners.add(corners.getFirst());
    StringBuilder text = new StringBuilder("POLYGON((");
    for (double[] corner : corners) {
      text.append(text.length() > 9 ? ", " : "").append(degrees(corner[0])).append(' ');
      text.append(degrees(corner[1]));
    }
    return ofPoint("area", text + "))", p -> inside(corners, p));
  }

  private static boolean inside(List<double[]> corners, GeoPoint p) {
    return crossed(corners, p.lon(), p.lat())
        || crossed(corners, p.lon() + 360, p.lat())
        || crossed(corners, p.lon() - 360, p.lat());
  }

  private static boolean crossed(List<double[]> corners, double lon, double lat) {
    boolean odd = false;
    for (int i = 1; i < corners.size(); i++) {
      double[] a = corners.get(i - 1);
      double[] b = corners.get(i);
      if ((a[1] > lat) != (b[1] > lat)) {
        odd ^= lon < a[0] + (lat - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
      }
    }
    return odd;
  }

  private static NativeFilter ofPoint(String parameter, String text, Predicate<GeoPoint> holds) {
    return RandomFilters.ofSite(
        parameter, text, "geoPoint", s -> ReferenceSearch.point(s).filter(holds).isPresent());
  }

  /** Near a site, or now and then at the date line or a pole. */
  private GeoPoint center() {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return new GeoPoint(rounded(-50 + 60 * random.nextDouble()), kind(178, -179));
    }
    if (kind == 1) {
      return new GeoPoint(kind(89, -89), rounded(-180 + 360 * random.nextDouble()));
    }
    JsonNode site = sites.get(random.nextInt(sites.size()));
    return ReferenceSearch.point(site)
        .map(p -> new GeoPoint(rounded(p.lat()), rounded(p.lon())))
        .orElse(new GeoPoint(40, -75));
  }

  private double kind(double one, double other) {
    return random.nextBoolean() ? one : other;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1_000) / 1_000.0;
  }

  private static double wrapped(double lon) {
    return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
  }

  private static String degrees(double degrees) {
    return BigDecimal.valueOf(degrees).toPlainString();
  }
}
