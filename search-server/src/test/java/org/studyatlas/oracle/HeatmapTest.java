package org.studyatlas.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/** Grids at rims of cells, at the date line and at the poles. */
class HeatmapTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** On rims of cells of many levels, at both sides of the date line, at the poles, anywhere. */
  private static final double[][] POINTS = points();

  @TempDir static Path folder;
  private static TestServer server;

  private static double[][] points() {
    double[][] points = new double[120][];
    double[] edges = {-90, -45, -22.5, 0, 11.25, 45, 90};
    double[] meridians = {-180, -179.9, -90, -45, 0, 22.5, 90, 179.9, 180};
    Random random = new Random(7);
    for (int i = 0; i < points.length; i++) {
      points[i] =
          i < edges.length * meridians.length
              ? new double[] {edges[i % edges.length], meridians[i / edges.length]}
              : new double[] {random.nextDouble(-90, 90), random.nextDouble(-180, 180)};
    }
    return points;
  }

  @BeforeAll
  static void start() throws IOException {
    StudyFixture many = study("NCT00000001");
    for (double[] point : POINTS) {
      many.site("Town", "France", "RECRUITING", point[0], point[1]);
    }
    StudyFixture without = study("NCT00000002").site(Map.of("city", "Nowhere"));
    new PublishedIndex(folder).publish("2026-08-14-1", many, without);
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyPointIsInOneCellOfTheGlobe(int level) throws IOException {
    Map<String, Integer> expected = new TreeMap<>();
    for (double[] point : POINTS) {
      expected.merge(ReferenceGrid.cell(level, point[0], point[1]), 1, Integer::sum);
    }
    JsonNode grid = get("/heatmap?level=" + level);
    assertThat(ReferenceGrid.cells(grid)).isEqualTo(expected);
    assertThat(grid.get("columns").asInt()).isEqualTo(1 << level);
    assertThat(grid.get("totalSites").asInt()).isEqualTo(POINTS.length + 1);
    assertThat(grid.get("totalStudies").asInt()).isEqualTo(2);
    assertThat(grid.get("sitesWithoutCell").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "170,-60,-170,60",
        "-10,-20,33.5,41",
        "-180,-90,180,90",
        "0,0,45,45",
        "179.5,80,-179.5,90",
        "-1,-90,1,-89",
      })
  void aBoxCountsTheSitesInIt(String bbox) throws IOException {
    for (int level : new int[] {2, 5, 7}) {
      String[] sides = bbox.split(",");
      double west = Double.parseDouble(sides[0]);
      double east = Double.parseDouble(sides[2]);
      Map<String, Integer> expected = new TreeMap<>();
      for (double[] point : POINTS) {
        boolean between =
            west <= east
                ? point[1] >= west && point[1] <= east
                : point[1] >= west || point[1] <= east;
        boolean inside =
            between
                && point[0] >= Double.parseDouble(sides[1])
                && point[0] <= Double.parseDouble(sides[3]);
        if (inside) {
          expected.merge(ReferenceGrid.cell(level, point[0], point[1]), 1, Integer::sum);
        }
      }
      JsonNode grid = get("/heatmap?level=" + level + "&bbox=" + bbox);
      assertThat(ReferenceGrid.cells(grid)).as("level " + level).isEqualTo(expected);
    }
  }

  @Test
  void geoJsonHasTheSameCounts() throws IOException {
    JsonNode collection = get("/heatmap?level=4&format=geojson");
    int sites = 0;
    for (JsonNode feature : collection.get("features")) {
      sites += feature.at("/properties/sites").asInt();
      for (JsonNode corner : feature.at("/geometry/coordinates/0")) {
        assertThat(corner.get(0).asDouble()).isBetween(-180.0, 180.0);
        assertThat(corner.get(1).asDouble()).isBetween(-90.0, 90.0);
      }
    }
    assertThat(sites).isEqualTo(POINTS.length);
    assertThat(collection.at("/studyatlas/totalSites").asInt()).isEqualTo(POINTS.length + 1);
  }

  @Test
  void tooFineAGridIsRefusedWithTheFinestOne() throws IOException {
    HttpResponse<String> answer = server.get("/heatmap?level=9");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains("at most level 8");
    assertThat(get("/heatmap?level=15&bbox=2,48,2.5,48.5").get("level").asInt()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox=10,0,9.99,89.99 | 6 | 2048",
        "bbox=-180,0,180,44.99&level=9 | 9 | 65536",
        "bbox=2,48,2.5,48.5&level=15 | 15 | 4232",
      })
  void exactlyAsManyCellsAsAllowedAreGiven(String query, int level, int cells) throws IOException {
    JsonNode grid = get("/heatmap?" + query);
    assertThat(grid.get("level").asInt()).isEqualTo(level);
    assertThat(cells(grid)).isEqualTo(cells);
  }

  @Test
  void theFinestGridByDefaultIsNotCoarserThanItMustBe() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      double south = random.nextDouble(-90, 89);
      double north = random.nextDouble(south, 90);
      String box =
          "%.4f,%.4f,%.4f,%.4f"
              .formatted(random.nextDouble(-180, 180), south, random.nextDouble(-180, 180), north);
      JsonNode grid = get("/heatmap?bbox=" + box);
      assertThat(cells(grid)).as("seed 11, %s", box).isLessThanOrEqualTo(2_048);
      int finer = grid.get("level").asInt() + 1;
      if (finer <= 15) {
        assertThat(cells(get("/heatmap?level=" + finer + "&bbox=" + box)))
            .as("seed 11, %s", box)
            .isGreaterThan(2_048);
      }
    }
  }

  private static int cells(JsonNode grid) {
    return grid.get("columns").asInt() * grid.get("rows").asInt();
  }

  private static JsonNode get(String path) throws IOException {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
