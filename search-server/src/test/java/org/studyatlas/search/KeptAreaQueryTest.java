package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.PointArea;
import org.studyatlas.schema.PointIndex;

/** What is found in memory is what Lucene's own queries on points find. */
class KeptAreaQueryTest {

  private static final int CITIES = 300;
  private static final int SITES = 3_000;
  private static final int AREAS = 400;
  private static final long SEED =
      Long.getLong("studyatlas.oracle.seed", System.nanoTime() & 0xffffff);

  private final Random random = new Random(SEED);
  private final PointIndex index = (PointIndex) IndexSchema.standard().get("LocationGeoPoint");
  private final List<GeoPoint> cities = new ArrayList<>();
  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private IndexSearcher searcher;

  @BeforeEach
  void putSitesIntoSegments() throws IOException {
    cities.add(new GeoPoint(90, 0));
    cities.add(new GeoPoint(-90, 12));
    cities.add(new GeoPoint(0, 180));
    cities.add(new GeoPoint(0, -180));
    for (int i = 0; i < CITIES; i++) {
      cities.add(anyPoint());
    }
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < SITES; i++) {
        Document site = new Document();
        for (int points = random.nextInt(10) == 0 ? 2 : random.nextInt(3) / 2;
            points >= 0;
            points--) {
          if (random.nextInt(20) > 0) {
            index.add(site, city());
          }
        }
        writer.addDocument(site);
        if (i % 1_100 == 1_000) {
          writer.commit();
        }
      }
      writer.addDocument(new Document());
      writer.commit(); // at least one segment without any point at its end
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  @Test
  void areasHoldTheSameSitesInMemoryAndInTheIndex() throws IOException {
    List<PointPostings> postings = postings();
    int found = 0;
    for (int i = 0; i < AREAS; i++) {
      PointArea area = anyArea();
      TreeSet<Integer> expected = documents(area.of(index));
      assertThat(documents(new KeptAreaQuery(area, postings)))
          .as("%s, -Dstudyatlas.oracle.seed=%d", area, SEED)
          .isEqualTo(expected);
      found += expected.isEmpty() ? 0 : 1;
    }
    assertThat(found).as("areas with sites").isGreaterThan(AREAS / 4);
  }

  private List<PointPostings> postings() throws IOException {
    List<PointPostings> all = new ArrayList<>();
    for (LeafReaderContext segment : reader.leaves()) {
      all.add(PointPostings.read(segment));
    }
    return all;
  }

  private TreeSet<Integer> documents(Query query) throws IOException {
    TreeSet<Integer> documents = new TreeSet<>();
    for (ScoreDoc hit : searcher.search(query, SITES + 1).scoreDocs) {
      documents.add(hit.doc);
    }
    return documents;
  }

  private PointArea anyArea() {
    return switch (random.nextInt(4)) {
      case 0 -> PointArea.of(new Circle(city(), new Distance(0)));
      case 1 -> PointArea.of(anyCircle());
      case 2 -> PointArea.of(anyBox());
      default -> PointArea.of(List.of(anyTriangle(), anyTriangle()));
    };
  }

  private Circle anyCircle() {
    double meters = Math.pow(10, 3 + 4.4 * random.nextDouble());
    return new Circle(random.nextBoolean() ? city() : anyPoint(), new Distance(meters));
  }

  /** Its corners are cities, since what lies on a rim is what may go wrong. */
  private Box anyBox() {
    GeoPoint one = city();
    GeoPoint other = city();
    return new Box(
        Math.min(one.lat(), other.lat()), one.lon(), Math.max(one.lat(), other.lat()), other.lon());
  }

  private Polygon anyTriangle() {
    GeoPoint center = city();
    double size = 1 + 30 * random.nextDouble();
    double south = Math.max(-90, center.lat() - size);
    GeoPoint first = new GeoPoint(south, Math.max(-180, center.lon() - size));
    GeoPoint second = new GeoPoint(south, Math.min(180, center.lon() + size));
    GeoPoint third = new GeoPoint(Math.min(90, center.lat() + size), center.lon());
    return new Polygon(List.of(first, second, third, first), List.of());
  }

  private GeoPoint city() {
    return cities.get(random.nextInt(cities.size()));
  }

  /** Half of them lie near the date line or a pole. */
  private GeoPoint anyPoint() {
    double lat = random.nextDouble() * 180 - 90;
    double lon = random.nextDouble() * 360 - 180;
    return switch (random.nextInt(4)) {
      case 0 -> new GeoPoint(lat, Math.copySign(180 - random.nextDouble(), lon));
      case 1 -> new GeoPoint(Math.copySign(90 - random.nextDouble(), lat), lon);
      default -> new GeoPoint(lat, lon);
    };
  }
}
