package org.studyatlas.area;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.studyatlas.geo.Polygon;

/**
 * Reads a polygon or several, as WKT ({@code POLYGON((lon lat, …))}) or as a GeoJSON geometry or
 * feature.
 *
 * <p>An edge goes the short way round the globe, so that an area may cross the date line, written
 * with longitudes beyond 180 or with a change of sign; it is cut there. No area may be wider than
 * half the globe between two corners, but for a rectangle from -180 to 180: it is the band between
 * its latitudes.
 */
public final class AreaReader {

  /** Greatest number of corners, so that no one area keeps the server busy. */
  public static final int MAX_CORNERS = 10_000;

  private AreaReader() {}

  /**
   * The polygons of a text.
   *
   * @throws InvalidAreaException if it is no polygon, crosses itself or is too large
   */
  public static List<Polygon> read(String text) throws InvalidAreaException {
    boolean json = text.stripLeading().startsWith("{");
    List<Polygon> area = new ArrayList<>();
    for (List<Coordinate[]> polygon : json ? json(text) : new WktReader(text).read()) {
      area.addAll(DateLineCut.of(polygon));
    }
    if (area.isEmpty()) {
      throw new InvalidAreaException("the area is empty; a polygon needs at least three corners");
    }
    return area;
  }

  private static List<List<Coordinate[]>> json(String text) throws InvalidAreaException {
    String wkt = GeoJsonArea.toWkt(text);
    try {
      return new WktReader(wkt).read();
    } catch (InvalidAreaException e) { // where it is in the WKT tells nobody anything
      throw new InvalidAreaException(String.valueOf(e.getMessage()));
    }
  }
}
