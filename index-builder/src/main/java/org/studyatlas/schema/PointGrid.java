package org.studyatlas.schema;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.spatial.prefix.HeatmapFacetCounter;
import org.apache.lucene.spatial.prefix.RecursivePrefixTreeStrategy;
import org.apache.lucene.spatial.prefix.tree.QuadPrefixTree;
import org.apache.lucene.util.Bits;
import org.locationtech.spatial4j.context.SpatialContext;
import org.locationtech.spatial4j.shape.Rectangle;
import org.locationtech.spatial4j.shape.Shape;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.GeoPoint;

/**
 * The grids that points are counted on. On level <i>n</i> the globe has 2<sup>n</sup> columns and
 * 2<sup>n</sup> rows of cells of equal degrees; each cell is divided into four on the next level. A
 * point on the rim of cells belongs to the western and to the northern one.
 *
 * <p>A document holds the cells of all levels that its point is in, as words without positions.
 */
public final class PointGrid {

  /** The finest level: cells of about 1.2 by 0.6 km at the equator; points are those of cities. */
  public static final int FINEST_LEVEL = 15;

  private static final String SUFFIX = "_cells";
  private static final SpatialContext GLOBE = SpatialContext.GEO;

  private final RecursivePrefixTreeStrategy cells;

  /**
   * The grid of a field.
   *
   * @param points Lucene name of the field of points
   */
  PointGrid(String points) {
    cells =
        new RecursivePrefixTreeStrategy(
            new QuadPrefixTree(GLOBE, FINEST_LEVEL), points + SUFFIX);
  }

  /** Adds the cells of a point. */
  void add(Document document, GeoPoint point) {
    Shape shape = GLOBE.getShapeFactory().pointXY(point.lon(), point.lat());
    for (Field field : cells.createIndexableFields(shape)) {
      document.add(field);
    }
  }

  /**
   * Numbers of points in the cells of a box.
   *
   * @param columns number of columns
   * @param rows number of rows
   * @param box that the cells cover: the box asked for, extended to whole cells
   * @param counts of the cells, column by column from west to east, each from south to north
   */
  public record Counts(int columns, int rows, Box box, int[] counts) {

    /** Number of points in a cell; row 0 is the southernmost one. */
    public int count(int column, int row) {
      return counts[column * rows + row];
    }
  }

  /**
   * Counts.
   *
   * @param documents which documents of the index count
   * @param level 1 to {@link #FINEST_LEVEL}
   * @param maxCells greatest number of cells
   * @throws IllegalArgumentException if there would be more cells
   */
  public Counts count(
      IndexReaderContext index, Bits documents, Box box, int level, int maxCells)
      throws IOException {
    Shape region =
        GLOBE.getShapeFactory().rect(box.west(), box.east(), box.south(), box.north());
    HeatmapFacetCounter.Heatmap found =
        HeatmapFacetCounter.calcFacets(cells, index, documents, region, level, maxCells);
    int[] counts = found.counts == null ? new int[found.columns * found.rows] : found.counts;
    return new Counts(found.columns, found.rows, box(found.region), counts);
  }

  private static Box box(Rectangle region) {
    return new Box(region.getMinY(), region.getMinX(), region.getMaxY(), region.getMaxX());
  }
}
