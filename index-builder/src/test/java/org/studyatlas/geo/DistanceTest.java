package org.studyatlas.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceTest {

  @ParameterizedTest
  @CsvSource({
    "50km, 50000",
    "30mi, 48280.32",
    "3.098km, 3098",
    "0.5 mi, 804.672",
    "0km, 0",
    "500mi, 804672"
  })
  void readsKilometersAndMiles(String text, double meters) {
    assertThat(Distance.find(text)).contains(new Distance(meters));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "km", "50", "-5km", "5 nm", "5KM", "1e3km", "5  km", "5km ", ".5km", "5.km"})
  void refusesOtherForms(String text) {
    assertThat(Distance.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"50, METER, 50", "50, KILOMETER, 50000", "50mi, METER, 80467.2", "2km, MILE, 2000"})
  void readsBareNumbersInTheUnitThatTheCallerSays(String text, Distance.Unit unit, double meters) {
    assertThat(Distance.find(text, unit)).contains(new Distance(meters));
  }

  @ParameterizedTest
  @CsvSource({"80467.2, 80.4672km", "50000, 50km", "0, 0km", "1609.344, 1.609344km", "5, 0.005km"})
  void isWrittenInKilometers(double meters, String text) {
    assertThat(new Distance(meters)).hasToString(text);
  }

  @Property
  void readsBackWhatItWrites(
      @ForAll @DoubleRange(min = 0.001, max = 2.1e7) @Scale(9) double meters) {
    Distance distance = new Distance(meters);
    assertThat(Distance.find(distance.toString())).contains(distance);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoDistance(double meters) {
    assertThatThrownBy(() -> new Distance(meters)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsMinusZeroAsZero() {
    assertThat(new Distance(-0.0)).isEqualTo(new Distance(0));
  }

  @Test
  void sortsByLength() {
    assertThat(new Distance(1)).isLessThan(new Distance(2));
  }
}
