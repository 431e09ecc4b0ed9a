package org.studyatlas.schema;

import java.io.IOException;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.spatial.prefix.HeatmapFacetCounter;
import org.apache.lucene.spatial.prefix.RecursivePrefixTreeStrategy;
import org.apache.lucene.spatial.prefix.tree.QuadPrefixTree;
import org.apache.lucene.util.Bits;
import org.locationtech.spatial4j.context.SpatialContext;
import org.locationtech.spatial4j.shape.Rectangle;
import org.locationtech.spatial4j.shape.Shape;
import org.studyatlas.geo.Box;

/**
 * A part of a grid that points are counted on. On level <i>n</i> the globe has 2<sup>n</sup>
 * columns and 2<sup>n</sup> rows of cells of equal degrees; each cell is divided into four on the
 * next level. A point on the rim of cells belongs to the western and to the northern one.
 *
 * <p>Points are taken as {@link PointIndex} keeps them in doc values, in 32 bits a coordinate: the
 * cell of one is found by shifting, so that no level needs a word in the index. Which cells cover a
 * box is left to Lucene's heat map over a quad tree. Used by one thread.
 */
public final class PointGrid {

  /** The finest level: cells of about 1.2 by 0.6 km at the equator; points are those of cities. */
  public static final int FINEST_LEVEL = 15;

  /** Less than the index tells points apart. */
  private static final double RIM_DEGREES = 1e-9;

  /** Added to a coordinate of 32 bits, makes it count from the south or the west. */
  private static final long HALF_GLOBE = 1L << 31;

  private static final SpatialContext GLOBE = SpatialContext.GEO;

  /** Asked for the geometry of cells alone: there is no such field in an index. */
  private static final RecursivePrefixTreeStrategy TREE =
      new RecursivePrefixTreeStrategy(new QuadPrefixTree(GLOBE, FINEST_LEVEL), "cells");

  private final int level;
  private final int columns;
  private final int rows;
  private final Box box;
  private final int firstColumn;
  private final int firstRow;
  private final int[] counts;

  private PointGrid(int level, HeatmapFacetCounter.Heatmap cells) {
    this.level = level;
    columns = cells.columns;
    rows = cells.rows;
    box = box(cells.region);
    firstColumn = (int) Math.round((box.west() + 180) / 360 * (1 << level));
    firstRow = (int) Math.round((box.south() + 90) / 180 * (1 << level));
    counts = new int[columns * rows];
  }

  /**
   * The cells that cover a box, without any point.
   *
   * @param level 1 to {@link #FINEST_LEVEL}
   * @param maxCells greatest number of cells
   * @throws IllegalArgumentException if there would be more cells
   */
  public static PointGrid over(Box box, int level, int maxCells) throws IOException {
    return new PointGrid(level, cells(region(box), level, maxCells));
  }

  /** The finest level on which at most so many cells, four or more, cover a box. */
  public static int finestLevel(Box box, int maxCells) throws IOException {
    Shape region = region(box);
    int level = 1;
    while (level < FINEST_LEVEL && fits(region, level + 1, maxCells)) {
      level++;
    }
    return level;
  }

  /** Tried, since only Lucene knows which cells the rims of a region need. */
  private static boolean fits(Shape region, int level, int maxCells) throws IOException {
    try {
      cells(region, level, maxCells);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Shape region(Box box) {
    // A point on the northern rim may belong to the cells behind it.
    double north = Math.min(90, box.north() + RIM_DEGREES);
    return GLOBE.getShapeFactory().rect(box.west(), box.east(), box.south(), north);
  }

  private static HeatmapFacetCounter.Heatmap cells(Shape region, int level, int maxCells)
      throws IOException {
    IndexReaderContext nothing = new MultiReader().getContext();
    return HeatmapFacetCounter.calcFacets(
        TREE, nothing, new Bits.MatchNoBits(0), region, level, maxCells);
  }

  private static Box box(Rectangle region) {
    return new Box(region.getMinY(), region.getMinX(), region.getMaxY(), region.getMaxX());
  }

  /**
   * Counts a point if it is in one of the cells.
   *
   * @param point a value of the field's doc values
   */
  public void add(long point) {
    int column = column((int) point) - firstColumn;
    column += column < 0 ? 1 << level : 0; // behind the date line
    int row = row((int) (point >> Integer.SIZE)) - firstRow;
    if (column < columns && row >= 0 && row < rows) {
      counts[column * rows + row]++;
    }
  }

  /** On the rim of a column: the western one, and none is west of the globe's first. */
  private int column(int lon) {
    long fromWest = lon + HALF_GLOBE;
    return (int) (Math.max(0, fromWest - 1) >> Integer.SIZE - level);
  }

  private int row(int lat) {
    return (int) (lat + HALF_GLOBE >> Integer.SIZE - level);
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** What the cells cover: the box asked for, extended to whole cells. */
  public Box box() {
    return box;
  }

  /** Number of points in a cell; column 0 is the westernmost one, row 0 the southernmost one. */
  public int count(int column, int row) {
    return counts[column * rows + row];
  }
}
