package org.studyatlas.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.spatial.prefix.HeatmapFacetCounter;
import org.apache.lucene.spatial.prefix.RecursivePrefixTreeStrategy;
import org.apache.lucene.spatial.prefix.tree.QuadPrefixTree;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.locationtech.spatial4j.context.SpatialContext;
import org.locationtech.spatial4j.shape.Rectangle;
import org.studyatlas.geo.Box;

/** Compares with Lucene's heat map over an index of the points' cells. */
class PointGridTest {

  private static final SpatialContext GLOBE = SpatialContext.GEO;
  private static final int MAX_CELLS = 65_536;

  private final RecursivePrefixTreeStrategy strategy =
      new RecursivePrefixTreeStrategy(new QuadPrefixTree(GLOBE, PointGrid.FINEST_LEVEL), "cells");
  private final Random random = new Random(11);

  @Test
  void countsAsLucenesHeatMapDoes() throws IOException {
    List<Long> points = new ArrayList<>();
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < 500; i++) {
          points.add(point(i % 3 == 0));
          writer.addDocument(document(points.getLast()));
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int i = 0; i < 400; i++) {
          compare(reader, points, box(i), 1 + i % PointGrid.FINEST_LEVEL);
        }
      }
    }
  }

  /** Anywhere, or on rims of cells of many levels, at the date line and at the poles. */
  private long point(boolean onRims) {
    double lat = onRims ? 11.25 * (random.nextInt(17) - 8) : random.nextDouble(-90, 90);
    double lon = onRims ? 22.5 * (random.nextInt(17) - 8) : random.nextDouble(-180, 180);
    long high = GeoEncodingUtils.encodeLatitude(lat);
    return high << 32 | GeoEncodingUtils.encodeLongitude(lon) & 0xFFFFFFFFL;
  }

  private Document document(long point) {
    double lat = GeoEncodingUtils.decodeLatitude((int) (point >> 32));
    double lon = GeoEncodingUtils.decodeLongitude((int) point);
    Document document = new Document();
    for (Field field : strategy.createIndexableFields(GLOBE.getShapeFactory().pointXY(lon, lat))) {
      document.add(field);
    }
    return document;
  }

  /** The globe, boxes with sides on rims, and any; a fifth of them crosses the date line. */
  private Box box(int number) {
    if (number % 10 == 0) {
      return new Box(-90, -180, 90, 180);
    }
    boolean onRims = number % 2 == 0;
    double south = onRims ? 22.5 * (random.nextInt(8) - 4) : random.nextDouble(-90, 89);
    double north = Math.min(90, south + (onRims ? 22.5 : random.nextDouble(0.01, 60)));
    double west = onRims ? 45.0 * (random.nextInt(9) - 4) : random.nextDouble(-180, 180);
    double east = west + (onRims ? 45 : random.nextDouble(0.01, 90));
    return new Box(south, west, north, east > 180 ? east - 360 : east);
  }

  private void compare(DirectoryReader reader, List<Long> points, Box box, int level)
      throws IOException {
    Rectangle region =
        GLOBE
            .getShapeFactory()
            .rect(box.west(), box.east(), box.south(), Math.min(90, box.north() + 1e-9));
    HeatmapFacetCounter.Heatmap expected;
    try {
      expected =
          HeatmapFacetCounter.calcFacets(
              strategy, reader.getContext(), null, region, level, MAX_CELLS);
    } catch (IllegalArgumentException e) {
      assertThatThrownBy(() -> PointGrid.over(box, level, MAX_CELLS))
          .isInstanceOf(IllegalArgumentException.class);
      return;
    }
    PointGrid grid = PointGrid.over(box, level, MAX_CELLS);
    points.forEach(grid::add);
    String message = "level " + level + ", " + box;
    assertThat(List.of(grid.columns(), grid.rows()))
        .as(message)
        .isEqualTo(List.of(expected.columns, expected.rows));
    assertThat(grid.box()).as(message).isEqualTo(box(expected.region));
    for (int column = 0; column < grid.columns(); column++) {
      for (int row = 0; row < grid.rows(); row++) {
        assertThat(grid.count(column, row))
            .as("%s: column %d, row %d", message, column, row)
            .isEqualTo(expected.getCount(column, row));
      }
    }
  }

  private static Box box(Rectangle region) {
    return new Box(region.getMinY(), region.getMinX(), region.getMaxY(), region.getMaxX());
  }
}
