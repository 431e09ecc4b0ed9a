package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.study.NctId;

class FilterParametersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          RECRUITING; AREA[OverallStatus]RECRUITING
          RECRUITING,COMPLETED; AREA[OverallStatus]RECRUITING OR AREA[OverallStatus]COMPLETED
          RECRUITING|COMPLETED; AREA[OverallStatus]RECRUITING OR AREA[OverallStatus]COMPLETED
          RECRUITING, RECRUITING; AREA[OverallStatus]RECRUITING
          ''; ALL
          """)
  void readsStatuses(String text, String normalForm) throws ParameterException {
    Expr expr = FilterParameters.constants("filter.overallStatus", "OverallStatus", text);
    assertThat(ExprPrinter.print(expr)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          BADSTATUS; Invalid value in parameter `overallStatus`: `BADSTATUS`
          recruiting; Invalid value in parameter `overallStatus`: `recruiting`
          RECRUITING,,COMPLETED; Invalid value in parameter `overallStatus`: ``
          """)
  void refusesWhatIsNoStatus(String text, String message) {
    assertThatThrownBy(
            () -> FilterParameters.constants("filter.overallStatus", "OverallStatus", text))
        .isInstanceOf(ParameterException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          NCT04852770,NCT01728545; AREA[NCTIdSearch]NCT01728545 OR AREA[NCTIdSearch]NCT04852770
          nct841061|Nct00841061; AREA[NCTIdSearch]NCT00841061
          NCT0000000841061; AREA[NCTIdSearch]NCT00841061
          '  '; ALL
          """)
  void readsIds(String text, String normalForm) throws ParameterException {
    Expr expr = FilterParameters.ids("filter.ids", text);
    assertThat(ExprPrinter.print(expr)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          XYZ; Item 1 in parameter `filter.ids` has incorrect format
          NCT1,XYZ; Item 2 in parameter `filter.ids` has incorrect format
          NCT1|NCT2,; Item 3 in parameter `filter.ids` has incorrect format
          NCT0; Item 1 in parameter `filter.ids` has incorrect format
          NCT123456789; Item 1 in parameter `filter.ids` has incorrect format
          """)
  void refusesWhatIsNoId(String text, String message) {
    assertThatThrownBy(() -> FilterParameters.ids("filter.ids", text))
        .isInstanceOf(ParameterException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          distance(39.0035707,-77.1013313,50mi); 39.0035707; -77.1013313; 80467.2
          distance(39,-77,50km); 39; -77; 50000
          distance(39,-77,50); 39; -77; 50
          distance(-90,180,0.5); -90; 180; 0.5
          distance(-0,0,99999km); 0; 0; 99999000
          """)
  void readsCirclesTakingBareNumbersForMeters(String text, double lat, double lon, double meters)
      throws ParameterException {
    Circle circle = FilterParameters.geo("filter.geo", text);
    assertThat(circle).isEqualTo(new Circle(new GeoPoint(lat, lon), new Distance(meters)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad",
        "",
        "distance(39, -77, 50mi)",
        "distance(39,-77)",
        "distance(39,-77,50 mi)",
        "distance(39,-77,50nm)",
        "distance(39,-77,-5km)",
        "distance(1e1,-77,5km)",
        "distance(91,0,5km)",
        "distance(0,181,5km)",
        "DISTANCE(39,-77,50mi)",
        "distance(39,-77,50mi) "
      })
  void refusesWhatIsNoCircle(String text) {
    assertThatThrownBy(() -> FilterParameters.geo("filter.geo", text))
        .isInstanceOf(ParameterException.class)
        .hasMessage("Parameter `filter.geo` has incorrect format");
  }

  @Test
  void filtersByAnySiteInTheCircle() throws ParameterException {
    Circle circle = FilterParameters.geo("filter.geo", "distance(39.5,-77,50mi)");
    assertThat(ExprPrinter.print(FilterParameters.within(circle)))
        .isEqualTo("AREA[LocationGeoPoint]DISTANCE[39.5, -77, 80.4672km]");
  }

  @Test
  void namesThePostFilter() {
    assertThatThrownBy(
            () -> FilterParameters.constants("postFilter.overallStatus", "OverallStatus", "X"))
        .hasMessage("Invalid value in parameter `overallStatus`: `X`");
    assertThatThrownBy(() -> FilterParameters.ids("postFilter.ids", "X"))
        .hasMessage("Item 1 in parameter `postFilter.ids` has incorrect format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NCT00000001 nct2",
        "NCT1,NCT2",
        " NCT1 , NCT2 ",
        "NCT1\n\tNCT00000002,",
        "NCT1,,NCT2"
      })
  void recognisesQueriesOfNothingButIds(String text) {
    assertThat(IdList.find(text)).contains(List.of(new NctId(1), new NctId(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "NCT1 cancer", "NCT1 OR NCT2", "NCT1;NCT2", "\"NCT1\""})
  void takesOtherQueriesForExpressions(String text) {
    assertThat(IdList.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 1", "1000, 1000", "1001, 1000", "5000, 1000", "2147483647, 1000"})
  void readsPageSizes(String text, int size) throws ParameterException {
    assertThat(PageSize.parse(text)).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "ten", "1.5", "2147483648"})
  void refusesWhatIsNoPageSize(String text) {
    assertThatThrownBy(() -> PageSize.parse(text))
        .isInstanceOf(ParameterException.class)
        .hasMessage("Parameter `pageSize` has incorrect format");
  }

  @ParameterizedTest
  @CsvSource({
    "func:exp, 0, 1",
    "func:exp, 300, 0.5",
    "func:exp, 600, 0.25",
    "func:gauss, 300, 0.5",
    "func:gauss, 600, 0.0625",
    "func:linear, 300, 0.5",
    "func:linear, 600, 0",
    "func:linear, 10000, 0"
  })
  void decaysWithTheDistance(String function, double kilometers, double factor)
      throws ParameterException {
    GeoDecay decay = GeoDecay.parse(function + ",scale:300km,offset:0km,decay:0.5");
    assertThat(decay.factor(kilometers * 1000)).isCloseTo(factor, within(1e-12));
  }

  @Test
  void losesNothingWithinTheOffset() throws ParameterException {
    GeoDecay decay = GeoDecay.parse("func:linear,scale:100km,offset:10km,decay:0.1");
    assertThat(decay.factor(10_000)).isEqualTo(1);
    assertThat(decay.factor(110_000)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void knowsTheRegistrysDefaultDecay() throws ParameterException {
    assertThat(GeoDecay.parse("func:exp,scale:300mi,offset:0mi,decay:0.5"))
        .isEqualTo(GeoDecay.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "func:exp",
        "func:cube,scale:300mi,offset:0mi,decay:0.5",
        "func:exp,scale:300,offset:0mi,decay:0.5",
        "scale:300mi,func:exp,offset:0mi,decay:0.5",
        "func:exp,scale:0mi,offset:0mi,decay:0.5",
        "func:exp,scale:1mi,offset:0mi,decay:1",
        "func:exp,scale:1mi,offset:0mi,decay:0"
      })
  void refusesWhatIsNoDecay(String text) {
    assertThatThrownBy(() -> GeoDecay.parse(text))
        .isInstanceOf(ParameterException.class)
        .hasMessage("Parameter `geoDecay` has incorrect format");
  }
}
