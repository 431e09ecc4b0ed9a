package org.studyatlas.schema;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.spatial.prefix.HeatmapFacetCounter;
import org.apache.lucene.spatial.prefix.RecursivePrefixTreeStrategy;
import org.apache.lucene.spatial.prefix.tree.QuadPrefixTree;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.locationtech.spatial4j.context.SpatialContext;
import org.locationtech.spatial4j.shape.Point;
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

  /** Less than the index tells points apart. */
  private static final double RIM_DEGREES = 1e-9;

  private static final String SUFFIX = "_cells";
  private static final SpatialContext GLOBE = SpatialContext.GEO;

  /** Greatest number of points whose cells are kept, 100 bytes each. */
  private static final int MOST_REMEMBERED = 50_000;

  private static final FieldType CELL = new FieldType();

  static {
    CELL.setIndexOptions(IndexOptions.DOCS);
    CELL.setTokenized(false);
    CELL.setOmitNorms(true);
    CELL.freeze();
  }

  private final QuadPrefixTree tree = new QuadPrefixTree(GLOBE, FINEST_LEVEL);
  private final RecursivePrefixTreeStrategy cells;

  /** Most sites are in a city that was met before, and the tree's search of a cell is slow. */
  private final Map<GeoPoint, byte[]> finestOf = new ConcurrentHashMap<>();

  /**
   * The grid of a field.
   *
   * @param points Lucene name of the field of points
   */
  PointGrid(String points) {
    cells = new RecursivePrefixTreeStrategy(tree, points + SUFFIX);
  }

  /** Adds the cells of a point. */
  void add(Document document, GeoPoint point) {
    byte[] finest = finestOf.get(point);
    if (finest == null) {
      finest = finestCell(point);
      if (finestOf.size() >= MOST_REMEMBERED) {
        finestOf.clear();
      }
      finestOf.put(point, finest);
    }
    for (int level = 1; level <= finest.length; level++) {
      document.add(new Field(cells.getFieldName(), new BytesRef(finest, 0, level), CELL));
    }
  }

  /** The name of a cell, which begins with the names of all cells that it lies in. */
  private byte[] finestCell(GeoPoint point) {
    Point shape = GLOBE.getShapeFactory().pointXY(point.lon(), point.lat());
    BytesRef name = tree.getCell(shape, FINEST_LEVEL).getTokenBytesNoLeaf(null);
    return BytesRef.deepCopyOf(name).bytes;
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
  public Counts count(IndexReaderContext index, Bits documents, Box box, int level, int maxCells)
      throws IOException {
    // A point on the northern rim may belong to the cells behind it.
    double north = Math.min(90, box.north() + RIM_DEGREES);
    Shape region = GLOBE.getShapeFactory().rect(box.west(), box.east(), box.south(), north);
    HeatmapFacetCounter.Heatmap found =
        HeatmapFacetCounter.calcFacets(cells, index, documents, region, level, maxCells);
    int[] counts = found.counts == null ? new int[found.columns * found.rows] : found.counts;
    return new Counts(found.columns, found.rows, box(found.region), counts);
  }

  private static Box box(Rectangle region) {
    return new Box(region.getMinY(), region.getMinX(), region.getMaxY(), region.getMaxX());
  }
}
