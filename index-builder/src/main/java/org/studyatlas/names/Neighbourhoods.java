package org.studyatlas.names;

import java.util.Map;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.EncodedPoint;

/**
 * How many sites lie around a point: a grid of quarter degrees, 4 MB whatever the number of sites.
 */
final class Neighbourhoods {

  private static final int CELLS_PER_DEGREE = 4;
  private static final int ROWS = 180 * CELLS_PER_DEGREE;
  private static final int COLUMNS = 360 * CELLS_PER_DEGREE;

  private final int[] sites = new int[ROWS * COLUMNS];

  void add(GeoPoint point) {
    sites[row(point) * COLUMNS + column(point)]++;
  }

  /** Number of sites in the point's cell and the eight around it: at least 28 km to the north. */
  private int sitesAround(GeoPoint point) {
    int row = row(point);
    int column = column(point);
    int sum = 0;
    for (int r = Math.max(0, row - 1); r <= Math.min(ROWS - 1, row + 1); r++) {
      for (int c = column - 1; c <= column + 1; c++) {
        sum += sites[r * COLUMNS + Math.floorMod(c, COLUMNS)];
      }
    }
    return sum;
  }

  /**
   * The same without the sites of a name.
   *
   * @param namesakes how many of these have each point, see {@link EncodedPoint}
   */
  int othersAround(GeoPoint point, Map<Long, Integer> namesakes) {
    int others = sitesAround(point);
    for (Map.Entry<Long, Integer> namesake : namesakes.entrySet()) {
      others -= isAround(point, EncodedPoint.decode(namesake.getKey())) ? namesake.getValue() : 0;
    }
    return others;
  }

  private static boolean isAround(GeoPoint point, GeoPoint other) {
    int columns = Math.floorMod(column(point) - column(other), COLUMNS);
    return Math.abs(row(point) - row(other)) <= 1 && (columns <= 1 || columns == COLUMNS - 1);
  }

  private static int row(GeoPoint point) {
    return Math.min(ROWS - 1, (int) ((point.lat() + 90) * CELLS_PER_DEGREE));
  }

  private static int column(GeoPoint point) {
    return Math.min(COLUMNS - 1, (int) ((point.lon() + 180) * CELLS_PER_DEGREE));
  }
}
