package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.query.Parsing.advanced;
import static org.studyatlas.query.Parsing.parse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;

/** Conditions on fields that are no text. */
class FieldValuesTest {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA[StartDate]2022 | AREA[StartDate]RANGE[2022-01-01, 2022-12-31]
          AREA[StartDate]2024-02 | AREA[StartDate]RANGE[2024-02-01, 2024-02-29]
          AREA[StartDate]"2024-02-03" | AREA[StartDate]RANGE[2024-02-03, 2024-02-03]
          AREA[StartDate]02/03/2024 | AREA[StartDate]RANGE[2024-02-03, 2024-02-03]
          AREA[StartDate]RANGE[2020-01-01,2020-12-31] | AREA[StartDate]RANGE[2020-01-01, 2020-12-31]
          AREA[StartDate]RANGE[2020, 2021] | AREA[StartDate]RANGE[2020-01-01, 2021-12-31]
          AREA[StartDate]RANGE[2020-02, 2020-02] | AREA[StartDate]RANGE[2020-02-01, 2020-02-29]
          AREA[StartDate]RANGE[01/01/2015, MAX] | AREA[StartDate]RANGE[2015-01-01, MAX]
          AREA[StartDate] RANGE[ MIN , MAX ] | AREA[StartDate]RANGE[MIN, MAX]
          AREA[StartDate](2021 OR 2023) | AREA[StartDate]RANGE[2021-01-01, 2021-12-31] OR AREA[StartDate]RANGE[2023-01-01, 2023-12-31]
          """)
  void readsDates(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RANGE[2019-03-27T17:00,2019-03-27T18:00] | RANGE[2019-03-27T17:00, 2019-03-27T18:00]
          RANGE[2019-03-27T17:00:59,MAX] | RANGE[2019-03-27T17:00, MAX]
          RANGE[2019-02,2019-03-27T17:00] | RANGE[2019-02-01T00:00, 2019-03-27T17:00]
          RANGE[2019-02-01T09:30,2019-02] | RANGE[2019-02-01T09:30, 2019-02-28T23:59]
          RANGE[2019-03-27,2019-03-28] | RANGE[2019-03-27, 2019-03-28]
          2019-03-27T16:07 | RANGE[2019-03-27T16:07, 2019-03-27T16:07]
          2019-03-27 | RANGE[2019-03-27, 2019-03-27]
          """)
  void readsMinutesWhereDatesHaveATimeOfDay(String text, String normalForm) {
    String area = "AREA[LargeDocUploadDate]";
    assertThat(advanced(area + text)).isEqualTo(area + normalForm);
    assertThat(parse(area + normalForm)).isEqualTo(parse(area + text));
  }

  @Test
  void dropsTheTimeOfABoundWhereDatesHaveNone() {
    assertThat(advanced("AREA[StartDate]RANGE[2019-03-27T17:00, MAX]"))
        .isEqualTo("AREA[StartDate]RANGE[2019-03-27, MAX]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA[MinimumAge]RANGE[MIN, 16 years] | AREA[MinimumAge]RANGE[MIN, 16 years]
          AREA[MinimumAge]18d | AREA[MinimumAge]RANGE[18 days, 18 days]
          AREA[MaximumAge]RANGE[64y,MAX] | AREA[MaximumAge]RANGE[64 years, MAX]
          AREA[MaximumAge]"1 Year" | AREA[MaximumAge]RANGE[1 year, 1 year]
          AREA[MaximumAge]24 Months | AREA[MaximumAge]RANGE[2 years, 2 years]
          AREA[MaximumAge]2 weeks | AREA[MaximumAge]RANGE[2 weeks, 2 weeks]
          AREA[TargetDuration]1.5 years | AREA[TargetDuration]RANGE[18 months, 18 months]
          AREA[TargetDuration]RANGE[0 minutes, 90 minutes] | AREA[TargetDuration]RANGE[0 years, 90 minutes]
          """)
  void readsAges(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA[EnrollmentCount]RANGE[500,MAX] | AREA[EnrollmentCount]RANGE[500, MAX]
          AREA[EnrollmentCount]100 | AREA[EnrollmentCount]RANGE[100, 100]
          AREA[EnrollmentCount]RANGE[0.5, 99.5] | AREA[EnrollmentCount]RANGE[1, 99]
          AREA[EnrollmentCount]0.5 | AREA[EnrollmentCount]RANGE[1, 0]
          AREA[EnrollmentCount]RANGE[-3, 007] | AREA[EnrollmentCount]RANGE[-3, 7]
          AREA[Phase:size]2 | AREA[Phase:size]RANGE[2, 2]
          AREA[Phase:size]RANGE[2, MAX] | AREA[Phase:size]RANGE[2, MAX]
          AREA[LocationCity:size]RANGE[MIN, 10] | AREA[LocationCity:size]RANGE[MIN, 10]
          AREA[Phase:size](1 OR AREA[Phase]NA) | AREA[Phase:size]RANGE[1, 1] OR AREA[Phase]NA
          AREA[Phase:size]MISSING | AREA[Phase]MISSING
          AREA[HasResults]true | AREA[HasResults]true
          AREA[HasResults]FALSE | AREA[HasResults]false
          AREA[LocationCountryCode]US | AREA[LocationCountryCode]"US"
          """)
  void readsNumbersSizesBooleansAndKeywords(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA[Phase]PHASE3 | AREA[Phase]PHASE3
          AREA[Phase]phase3 | AREA[Phase]PHASE3
          AREA[Phase]NA | AREA[Phase]NA
          AREA[LocationStatus]Recruiting | AREA[LocationStatus]RECRUITING
          AREA[StudyType]Interventional | AREA[StudyType]INTERVENTIONAL
          AREA[OverallStatus]Not yet recruiting | AREA[OverallStatus]NOT_YET_RECRUITING
          AREA[OverallStatus]"not_yet_recruiting" | AREA[OverallStatus]NOT_YET_RECRUITING
          AREA[Sex]"ALL" | AREA[Sex]"ALL"
          AREA[Sex]\\ALL | AREA[Sex]"ALL"
          """)
  void readsEnumConstantsInAnyCase(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50mi] | AREA[LocationGeoPoint]DISTANCE[42.36, -71.06, 80.4672km]
          AREA[LocationGeoPoint] DISTANCE[39.0019296, -77.1044561, 3.098km] | AREA[LocationGeoPoint]DISTANCE[39.0019296, -77.1044561, 3.098km]
          AREA[LocationGeoPoint]DISTANCE[-90, 180, 1km] | AREA[LocationGeoPoint]DISTANCE[-90, 180, 1km]
          AREA[LocationGeoPoint]DISTANCE[-0, 0.00000000000000000001, 500mi] | AREA[LocationGeoPoint]DISTANCE[0, 0.00000000000000000001, 804.672km]
          AREA[LocationGeoPoint]DISTANCE[0, 0, 805km] | AREA[LocationGeoPoint]DISTANCE[0, 0, 805km]
          """)
  void readsDistances(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
    assertThat(parse(normalForm)).isEqualTo(parse(text));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void canAskForEveryFieldOfTheCatalogue(Field field) {
    SearchTarget target = new SearchTarget.OfField(field);
    for (String name : names(field)) {
      assertThat(parse("AREA[" + name + "]MISSING")).isEqualTo(new Expr.Missing(target));
    }
    for (String condition : conditions(field)) {
      Expr expr = parse("AREA[" + field.piece() + "]" + condition);
      assertThat(parse(ExprPrinter.print(expr))).isEqualTo(expr);
    }
  }

  @ParameterizedTest
  @MethodSource("enums")
  void knowsEveryConstantOfEveryEnumField(Field field) {
    for (String constant : constants(field)) {
      Expr is = new Expr.EnumIs(field, constant);
      assertThat(parse(ExprPrinter.print(is))).isEqualTo(is);
      String lower = constant.toLowerCase(Locale.ROOT);
      assertThat(parse("AREA[" + field.piece() + "]" + lower)).isEqualTo(is);
    }
  }

  static Stream<Field> fields() {
    return CATALOGUE.fields().stream();
  }

  static Stream<Field> enums() {
    return fields().filter(field -> field.kind() == FieldKind.ENUM);
  }

  private static List<String> names(Field field) {
    return Stream.concat(Stream.of(field.piece(), field.path()), field.altNames().stream())
        .toList();
  }

  private static List<String> constants(Field field) {
    return CATALOGUE.getEnum(field.findEnumType().orElseThrow()).constants();
  }

  private static List<String> conditions(Field field) {
    return switch (field.kind()) {
      case STRUCT -> List.of("MISSING");
      case TEXT -> List.of("some words", "\"a phrase\"");
      case NCT -> List.of("NCT00000001");
      case ENUM -> List.of(constants(field).get(0));
      case BOOLEAN -> List.of("true", "false");
      case DATE -> List.of("2020", "RANGE[2020-01, MAX]");
      case INTEGER -> List.of("7", "RANGE[MIN, 7]");
      case TIME -> List.of("7 days", "RANGE[7 days, 2 years]");
      case GEO -> List.of("DISTANCE[1, 2, 3km]");
      case KEYWORD -> List.of("XY");
    };
  }
}
