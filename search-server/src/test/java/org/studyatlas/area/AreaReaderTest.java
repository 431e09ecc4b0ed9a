package org.studyatlas.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;

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
