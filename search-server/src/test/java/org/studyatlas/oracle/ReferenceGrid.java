package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The cells of the grid by plain halving: a point on a rim goes west and north. */
final class ReferenceGrid {

  private ReferenceGrid() {}

  /** Column and row of a point, from the south-western corner of the globe. */
  static String cell(int level, JsonNode point) {
    return cell(level, point.get("lat").asDouble(), point.get("lon").asDouble());
  }

  static String cell(int level, double lat, double lon) {
    double west = -180;
    double south = -90;
    long column = 0;
    long row = 0;
    for (int i = 1; i <= level; i++) {
      double middle = west + 360.0 / (1L << i);
      boolean east = lon > middle;
      west = east ? middle : west;
      column = 2 * column + (east ? 1 : 0);
      double equator = south + 180.0 / (1L << i);
      boolean north = lat >= equator;
      south = north ? equator : south;
      row = 2 * row + (north ? 1 : 0);
    }
    return column + "," + row;
  }

  /** The counts of an answer by column and row of the globe; cells without sites are left out. */
  static Map<String, Integer> cells(JsonNode grid) {
    int level = grid.get("level").asInt();
    long firstColumn = Math.round((grid.at("/bbox/0").asDouble() + 180) / 360 * (1L << level));
    long firstRow = Math.round((grid.at("/bbox/1").asDouble() + 90) / 180 * (1L << level));
    int rows = grid.get("rows").asInt();
    Map<String, Integer> cells = new TreeMap<>();
    for (int fromNorth = 0; fromNorth < rows; fromNorth++) {
      JsonNode counts = grid.get("counts").get(fromNorth);
      for (int column = 0; column < counts.size(); column++) {
        int count = counts.get(column).asInt();
        long globalColumn = (firstColumn + column) % (1L << level);
        if (count > 0) {
          cells.put(globalColumn + "," + (firstRow + rows - 1 - fromNorth), count);
        }
      }
    }
    return cells;
  }
}
