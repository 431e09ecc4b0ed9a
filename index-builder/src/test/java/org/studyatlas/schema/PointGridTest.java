package org.studyatlas.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.spatial.prefix.RecursivePrefixTreeStrategy;
import org.apache.lucene.spatial.prefix.tree.QuadPrefixTree;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.locationtech.spatial4j.context.SpatialContext;
import org.studyatlas.geo.GeoPoint;

class PointGridTest {

  private static final SpatialContext GLOBE = SpatialContext.GEO;
  private final PointGrid grid = new PointGrid("Point");
  private final RecursivePrefixTreeStrategy strategy =
      new RecursivePrefixTreeStrategy(
          new QuadPrefixTree(GLOBE, PointGrid.FINEST_LEVEL), "Point_cells");

  @Test
  void writesTheCellsThatTheStrategyWrites() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      double lat = i % 3 == 0 ? 22.5 * (random.nextInt(9) - 4) : random.nextDouble(-90, 90);
      double lon = i % 3 == 0 ? 45.0 * (random.nextInt(9) - 4) : random.nextDouble(-180, 180);
      Document document = new Document();
      grid.add(document, new GeoPoint(lat, lon));
      List<BytesRef> written =
          Arrays.stream(document.getFields("Point_cells")).map(f -> f.binaryValue()).toList();
      assertThat(written).as("%s, %s", lat, lon).isEqualTo(ofStrategy(lat, lon));
    }
  }

  private List<BytesRef> ofStrategy(double lat, double lon) throws IOException {
    Field[] fields = strategy.createIndexableFields(GLOBE.getShapeFactory().pointXY(lon, lat));
    List<BytesRef> cells = new ArrayList<>();
    try (TokenStream tokens = fields[0].tokenStreamValue()) {
      TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        cells.add(BytesRef.deepCopyOf(term.getBytesRef()));
      }
    }
    return cells;
  }
}
