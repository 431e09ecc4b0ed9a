package org.studyatlas.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;
import org.studyatlas.query.AreaText;

class AreaReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON((1 2, 3 2, 3 4, 1 4, 1 2))",
        "polygon ((1 2,3 2,3 4,1 4,1 2))",
        "MULTIPOLYGON(((1 2, 3 2, 3 4, 1 4, 1 2)))",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,2],[3,4],[1,4],[1,2]]]}",
        "{\"coordinates\":[[[[1,2,9],[3,2],[3,4],[1,4],[1,2]]]],\"type\":\"MultiPolygon\"}",
        "{\"type\":\"Feature\",\"properties\":{\"a\":[1]},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,2],[3,4],[1,4],[1,2]]]}}",
      })
  void readsTheSameSquare(String text) throws InvalidAreaException {
    List<Polygon> area = AreaReader.read(text);
    assertThat(area).hasSize(1);
    assertThat(area.getFirst().shell())
        .hasSize(5)
        .contains(new GeoPoint(2, 1), new GeoPoint(4, 3), new GeoPoint(2, 3), new GeoPoint(4, 1));
  }

  @Test
  void keepsHoles() throws InvalidAreaException {
    String text = "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0),(1 1, 1 2, 2 2, 2 1, 1 1))";
    assertThat(AreaReader.read(text).getFirst().holes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON((170 -10, -170 -10, -170 10, 170 10, 170 -10))",
        "POLYGON((170 -10, 190 -10, 190 10, 170 10, 170 -10))",
        "POLYGON((-190 -10, -170 -10, -170 10, -190 10, -190 -10))",
      })
  void cutsAtTheDateLine(String text) throws InvalidAreaException {
    List<Polygon> area = AreaReader.read(text);
    assertThat(area).hasSize(2);
    assertThat(area.stream().flatMap(p -> p.shell().stream()).map(GeoPoint::lon))
        .allMatch(lon -> Math.abs(lon) >= 170);
    assertThat(sides(area)).containsExactlyInAnyOrder(true, false);
  }

  private static Stream<Boolean> sides(List<Polygon> area) {
    return area.stream().map(p -> p.shell().stream().allMatch(point -> point.lon() > 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
        "POLYGON((0 90, 0 -90, 360 -90, 360 90, 0 90))",
        "POLYGON((-180 -90, 0 -90, 180 -90, 180 90, 0 90, -180 90, -180 -90))",
      })
  void readsARectangleRoundTheGlobeAsItsBand(String text) throws InvalidAreaException {
    List<Polygon> area = AreaReader.read(text);
    for (int lon = -179; lon < 180; lon += 7) {
      assertThat(contains(area, new GeoPoint(11, lon))).isTrue();
    }
    assertThat(AreaReader.read(AreaText.write(area))).isEqualTo(area);
  }

  @Test
  void aBandMayHaveAHoleAcrossTheDateLine() throws InvalidAreaException {
    String text =
        "POLYGON((-180 -60, 180 -60, 180 60, -180 60, -180 -60),"
            + "(170 -10, -170 -10, -170 10, 170 10, 170 -10),(0 0, 1 0, 1 1, 0 1, 0 0))";
    List<Polygon> area = AreaReader.read(text);
    assertThat(contains(area, new GeoPoint(5, 175))).isFalse();
    assertThat(contains(area, new GeoPoint(5, -175))).isFalse();
    assertThat(contains(area, new GeoPoint(0.5, 0.5))).isFalse();
    assertThat(contains(area, new GeoPoint(20, 175))).isTrue();
    assertThat(contains(area, new GeoPoint(5, -165))).isTrue();
    assertThat(contains(area, new GeoPoint(70, 0))).isFalse();
    assertThat(contains(AreaReader.read(AreaText.write(area)), new GeoPoint(5, 175))).isFalse();
  }

  /** The area of the plane, wherever it lies in turns of the globe, is that of the globe. */
  @RepeatedTest(300)
  void cutsPolygonsWithHolesAsThePlaneHasThem(RepetitionInfo repetition)
      throws InvalidAreaException {
    int seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    double lon = 360 * random.nextDouble() - 180;
    double lat = 40 * random.nextDouble() - 20;
    double radius = 5 + 55 * random.nextDouble();
    List<Coordinate> shell = star(random, lon, lat, radius * 0.7, radius);
    List<Coordinate> hole = star(random, lon, lat, radius / 10, radius / 4);
    List<Polygon> area = AreaReader.read(written(random, shell, hole));
    assertThat(area.stream().flatMap(p -> p.shell().stream()).map(GeoPoint::lon))
        .allMatch(each -> Math.abs(each) <= 180);
    for (int i = 0; i < 200; i++) {
      double x = lon + 3 * radius * (random.nextDouble() - 0.5);
      double y = Math.clamp(lat + 3 * radius * (random.nextDouble() - 0.5), -90, 90);
      boolean expected = crossed(shell, x, y) && !crossed(hole, x, y);
      assertThat(contains(area, new GeoPoint(y, x - 360 * Math.rint(x / 360))))
          .as("seed %d, %s %s", seed, x, y)
          .isEqualTo(expected);
    }
  }

  private static List<Coordinate> star(
      Random random, double lon, double lat, double least, double most) {
    int corners = 8 + random.nextInt(10);
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + 0.5 * random.nextDouble()) / corners;
      double radius = least + (most - least) * random.nextDouble();
      ring.add(new Coordinate(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)));
    }
    ring.add(ring.getFirst());
    return random.nextBoolean() ? ring : ring.reversed();
  }

  /** Each corner with any of its longitudes that may be written. */
  private static String written(Random random, List<Coordinate> shell, List<Coordinate> hole) {
    boolean sameTurn = random.nextBoolean();
    return Stream.of(shell, hole)
        .map(
            ring -> {
              Map<Coordinate, String> texts = new HashMap<>();
              double turn = 360 * (random.nextInt(3) - 1);
              for (Coordinate corner : ring) {
                double other = sameTurn ? turn : 360 * (random.nextInt(3) - 1);
                double lon = corner.x + (Math.abs(corner.x + other) <= 360 ? other : 0);
                texts.putIfAbsent(corner, lon + " " + corner.y);
              }
              return ring.stream().map(texts::get).collect(Collectors.joining(",", "(", ")"));
            })
        .collect(Collectors.joining(",", "POLYGON(", ")"));
  }

  private static boolean contains(List<Polygon> area, GeoPoint point) {
    return area.stream()
        .anyMatch(
            polygon ->
                crossed(flat(polygon.shell()), point.lon(), point.lat())
                    && polygon.holes().stream()
                        .noneMatch(hole -> crossed(flat(hole), point.lon(), point.lat())));
  }

  private static List<Coordinate> flat(List<GeoPoint> ring) {
    return ring.stream().map(point -> new Coordinate(point.lon(), point.lat())).toList();
  }

  /** Whether a ray to the east crosses a ring an odd number of times. */
  private static boolean crossed(List<Coordinate> ring, double x, double y) {
    boolean odd = false;
    for (int i = 1; i < ring.size(); i++) {
      Coordinate a = ring.get(i - 1);
      Coordinate b = ring.get(i);
      odd ^= (a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
    }
    return odd;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "POLYGON((0 0, 2 2, 2 0, 0 2, 0 0)) ; crosses itself ; -1",
        "POLYGON((0 0, 2 2, 2 0)) ; four points ; -1",
        "POLYGON((0 0, 2 2, 2 0, 3 3)) ; four points ; -1",
        "POLYGON((42 -71, 43 -71, 43 -171, 42 -71)) ; exchanged ; 28",
        "POLYGON((0 0, 2 95, 2 0, 0 0)) ; latitude must be ; 16",
        "POLYGON((0 0, 2 ; goes wrong ; 15",
        "POLYGON EMPTY ; empty ; -1",
        "POLYGON((0 80, 120 80, -120 80, 0 80)) ; round a pole ; -1",
        "POLYGON((180 0, -180 5, 180 9, 180 0)) ; no width ; -1",
        "POLYGON((150 0, 210 0, 210 9, 150 0),(10 1, 11 1, 11 2, 10 1)) ; outside shell ; -1",
        "POLYGON((0 0, 2 2, 2 0, 0 0)) x ; goes wrong ; 30",
        "POINT(1 2) ; expected POLYGON ; 0",
        "ENVELOPE(1, 2, 4, 3) ; bbox ; 0",
        "CIRCLE ; expected POLYGON ; 0",
        "{\"type\":\"Polygon\" ; no JSON ; -",
        "{\"type\":\"Point\",\"coordinates\":[1,2]} ; type Polygon ; -1",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1],[3,2]]]} ; longitude and latitude ; -",
        "{\"type\":\"Polygon\",\"coordinates\":[\"x\"]} ; lists of ; -",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,0],[1,0],[1,1],[1e999,0]]]} ; too great ; -",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,0],[1001,0],[1,1],[1,0]]]} ; too great ; -",
        "POLYGON((1e999 0, 1 0, 1 1, 1e999 0)) ; longitude must be ; 9",
        "POLYGON((172 -13, 177 -5, 190 -2, 170 -9, 172 -13)) ; crosses itself ; -1",
      })
  void refusesWhatIsNoArea(String text, String reason, String position) {
    InvalidAreaException refusal =
        catchThrowableOfType(InvalidAreaException.class, () -> AreaReader.read(text));
    assertThat(refusal).isNotNull();
    assertThat(refusal).hasMessageContaining(reason);
    if (!position.equals("-")) {
      assertThat(refusal.position()).isEqualTo(Integer.parseInt(position));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", ".", "1e", "1 ", "-", " "})
  @Timeout(10)
  void refusesALongTextSoon(String part) {
    String text = "POLYGON((" + part.repeat(1_000_000 / part.length());
    assertThat(catchThrowableOfType(InvalidAreaException.class, () -> AreaReader.read(text)))
        .isNotNull();
  }

  @Test
  void refusesTooManyCorners() {
    StringBuilder text = new StringBuilder("POLYGON((0 0");
    for (int i = 1; i <= AreaReader.MAX_CORNERS; i++) {
      text.append(", ").append(i / 10_000.0).append(' ').append(1 + i / 100_000.0);
    }
    text.append(", 0 0))");
    InvalidAreaException refusal =
        catchThrowableOfType(InvalidAreaException.class, () -> AreaReader.read(text.toString()));
    assertThat(refusal).hasMessageContaining("at most 10000");
  }
}
