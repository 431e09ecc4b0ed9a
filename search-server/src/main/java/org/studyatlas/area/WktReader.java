package org.studyatlas.area;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.spatial4j.context.SpatialContext;
import org.locationtech.spatial4j.io.WKTReader;

/**
 * Reads the rings of {@code POLYGON} and {@code MULTIPOLYGON} texts, by Spatial4j's signs and
 * numbers. Spatial4j's own shapes would unwrap holes across the date line by turns that the shell
 * does not make. Values besides longitude and latitude are left out. For one text.
 */
final class WktReader {

  private static final WKTReader GRAMMAR = new WKTReader(SpatialContext.GEO, null);

  private static final double MAX_LATITUDE = 90;

  /** Longitudes beyond 180 tell an area across the date line. */
  private static final double MAX_LONGITUDE = 360;

  private final WKTReader.State text;
  private int corners;

  WktReader(String text) {
    this.text = GRAMMAR.new State(text);
  }

  /** Polygons as lists of rings, the shell first; none for an empty area. */
  List<List<Coordinate[]>> read() throws InvalidAreaException {
    try {
      List<List<Coordinate[]>> polygons = polygons();
      if (!text.eof()) {
        throw new ParseException("more text", text.offset);
      }
      return polygons;
    } catch (ParseException e) {
      throw new InvalidAreaException(
          "the text breaks off or goes wrong here; write POLYGON((lon lat, lon lat, …))",
          Math.min(e.getErrorOffset(), text.rawString.length()));
    }
  }

  private List<List<Coordinate[]>> polygons() throws ParseException, InvalidAreaException {
    boolean several =
        switch (kind()) {
          case "POLYGON" -> false;
          case "MULTIPOLYGON" -> true;
          default ->
              throw new InvalidAreaException(
                  "expected POLYGON or MULTIPOLYGON as WKT or GeoJSON; a rectangle is bbox=", 0);
        };
    List<List<Coordinate[]>> polygons = new ArrayList<>();
    if (text.nextIfEmptyAndSkipZM()) {
      return polygons;
    }
    if (!several) {
      polygons.add(polygon());
      return polygons;
    }
    text.nextExpect('(');
    do {
      if (!text.nextIfEmptyAndSkipZM()) {
        polygons.add(polygon());
      }
    } while (text.nextIf(','));
    text.nextExpect(')');
    return polygons;
  }

  /** The first word, in capitals; empty if the text begins with something else. */
  private String kind() {
    text.nextIfWhitespace();
    try {
      return text.nextWord().toUpperCase(Locale.ROOT);
    } catch (ParseException e) {
      return "";
    }
  }

  private List<Coordinate[]> polygon() throws ParseException, InvalidAreaException {
    List<Coordinate[]> rings = new ArrayList<>();
    text.nextExpect('(');
    do {
      rings.add(ring());
    } while (text.nextIf(','));
    text.nextExpect(')');
    return rings;
  }

  private Coordinate[] ring() throws ParseException, InvalidAreaException {
    List<Coordinate> ring = new ArrayList<>();
    text.nextExpect('(');
    do {
      ring.add(corner());
    } while (text.nextIf(','));
    text.nextExpect(')');
    return ring.toArray(Coordinate[]::new);
  }

  private Coordinate corner() throws ParseException, InvalidAreaException {
    if (++corners > AreaReader.MAX_CORNERS) {
      throw new InvalidAreaException(
          "the area has too many corners; at most %d are taken, simplify it"
              .formatted(AreaReader.MAX_CORNERS));
    }
    text.nextIfWhitespace();
    int lonAt = text.offset;
    double lon = text.nextDouble();
    String written = text.rawString.substring(lonAt, text.offset);
    text.nextIfWhitespace();
    int latAt = text.offset;
    double lat = text.nextDouble();
    if (!(Math.abs(lat) <= MAX_LATITUDE)) {
      throw badLatitude(lon, text.rawString.substring(latAt, text.offset), latAt);
    }
    if (!(Math.abs(lon) <= MAX_LONGITUDE)) {
      throw new InvalidAreaException(
          "longitude must be -180 to 180 degrees, got " + written, lonAt);
    }
    text.skipNextDoubles();
    return new Coordinate(lon, lat);
  }

  private static InvalidAreaException badLatitude(double lon, String lat, int at) {
    boolean exchanged =
        Math.abs(lon) <= MAX_LATITUDE && Math.abs(Double.parseDouble(lat)) <= MAX_LONGITUDE / 2;
    return new InvalidAreaException(
        "latitude must be -90 to 90 degrees, got "
            + lat
            + (exchanged ? "; the order is longitude latitude, these look exchanged" : ""),
        at);
  }
}
