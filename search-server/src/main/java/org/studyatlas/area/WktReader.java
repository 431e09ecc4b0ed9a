package org.studyatlas.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads the rings of {@code POLYGON} and {@code MULTIPOLYGON} texts. Values besides longitude and
 * latitude are left out. For one text.
 */
final class WktReader {

  private static final String BREAKS_OFF =
      "the text breaks off or goes wrong here; write POLYGON((lon lat, lon lat, …))";

  /** The smallest number that GeoJSON can give has some 340. */
  private static final int MAX_NUMBER_CHARS = 400;

  private static final double MAX_LATITUDE = 90;

  /** Longitudes beyond 180 tell an area across the date line. */
  private static final double MAX_LONGITUDE = 360;

  private final String text;
  private int at;
  private int corners;

  WktReader(String text) {
    this.text = text;
  }

  /** Polygons as lists of rings, the shell first; none for an empty area. */
  List<List<Coordinate[]>> read() throws InvalidAreaException {
    String kind = word();
    if (!kind.equals("POLYGON") && !kind.equals("MULTIPOLYGON")) {
      throw new InvalidAreaException(
          "expected POLYGON or MULTIPOLYGON as WKT or GeoJSON; a rectangle is bbox=", 0);
    }
    List<List<Coordinate[]>> polygons = new ArrayList<>();
    if (!isEmpty()) {
      if (kind.equals("POLYGON")) {
        polygons.add(polygon());
      } else {
        readPolygons(polygons);
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw new InvalidAreaException(BREAKS_OFF, at);
    }
    return polygons;
  }

  /** Whether there is nothing to come; the dimensions before that do not matter. */
  private boolean isEmpty() {
    String next = word();
    return (next.matches("Z|M|ZM") ? word() : next).equals("EMPTY");
  }

  private void readPolygons(List<List<Coordinate[]>> polygons) throws InvalidAreaException {
    expect('(');
    do {
      if (!isEmpty()) {
        polygons.add(polygon());
      }
    } while (isNext(','));
    expect(')');
  }

  private List<Coordinate[]> polygon() throws InvalidAreaException {
    List<Coordinate[]> rings = new ArrayList<>();
    expect('(');
    do {
      rings.add(ring());
    } while (isNext(','));
    expect(')');
    return rings;
  }

  private Coordinate[] ring() throws InvalidAreaException {
    List<Coordinate> ring = new ArrayList<>();
    expect('(');
    do {
      ring.add(corner());
    } while (isNext(','));
    expect(')');
    return ring.toArray(Coordinate[]::new);
  }

  private Coordinate corner() throws InvalidAreaException {
    if (++corners > AreaReader.MAX_CORNERS) {
      throw new InvalidAreaException(
          "the area has too many corners; at most %d are taken, simplify it"
              .formatted(AreaReader.MAX_CORNERS));
    }
    skipBlanks();
    int lonAt = at;
    double lon = number();
    skipBlanks();
    int latAt = at;
    double lat = number();
    check(lon, lonAt, lat, latAt);
    skipBlanks();
    while (isNumber()) {
      number();
      skipBlanks();
    }
    return new Coordinate(lon, lat);
  }

  private void check(double lon, int lonAt, double lat, int latAt) throws InvalidAreaException {
    if (Math.abs(lat) > MAX_LATITUDE) {
      String order =
          Math.abs(lon) <= MAX_LATITUDE && Math.abs(lat) <= 180
              ? "; the order is longitude latitude, these look exchanged"
              : "";
      throw new InvalidAreaException(
          "latitude must be -90 to 90 degrees, got " + written(latAt) + order, latAt);
    }
    if (Math.abs(lon) > MAX_LONGITUDE) {
      throw new InvalidAreaException(
          "longitude must be -180 to 180 degrees, got " + written(lonAt), lonAt);
    }
  }

  private String written(int from) {
    int to = from;
    while (to < text.length() && isNumber(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private double number() throws InvalidAreaException {
    String written = written(at);
    try {
      if (written.length() <= MAX_NUMBER_CHARS) {
        double number = Double.parseDouble(written);
        at += written.length();
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as of a number that is too long
    }
    throw new InvalidAreaException(BREAKS_OFF, at);
  }

  private boolean isNumber() {
    return at < text.length() && isNumber(text.charAt(at));
  }

  private static boolean isNumber(char c) {
    return (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0;
  }

  /** The next letters, as capitals; empty if there are none. */
  private String word() {
    skipBlanks();
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at).toUpperCase(Locale.ROOT);
  }

  private void expect(char c) throws InvalidAreaException {
    if (!isNext(c)) {
      throw new InvalidAreaException(BREAKS_OFF, at);
    }
  }

  private boolean isNext(char c) {
    skipBlanks();
    boolean next = at < text.length() && text.charAt(at) == c;
    at += next ? 1 : 0;
    return next;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
