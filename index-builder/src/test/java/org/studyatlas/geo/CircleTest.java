package org.studyatlas.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircleTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.8, 0, true",
    "0, 0, 1, 0, false",
    "0, 179.9, 0, -179.9, true",
    "89.9, 0, 89.9, 180, true",
    "0, 0, 0, 0, true"
  })
  void holdsWhatIsWithinItsRadius(
      double lat, double lon, double otherLat, double otherLon, boolean inside) {
    Circle circle = new Circle(new GeoPoint(lat, lon), new Distance(100_000));
    assertThat(circle.contains(new GeoPoint(otherLat, otherLon))).isEqualTo(inside);
  }
}
