package org.studyatlas.http.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.api.FilterDefinitions;
import org.studyatlas.api.Parameter;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Interval;
import org.studyatlas.query.Participants;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.study.Age;
import org.studyatlas.study.PartialDate;

/** Reads the filters on studies, each as a choice of its own. */
final class StudyFilters {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();

  private final NativeParameters given;
  private final List<Choice> choices = new ArrayList<>();

  private StudyFilters(NativeParameters given) {
    this.given = given;
  }

  /** The filters that are given. */
  static List<Choice> read(NativeParameters given) {
    StudyFilters filters = new StudyFilters(given);
    FilterDefinitions.CONSTANTS.forEach(filters::addConstants);
    FilterDefinitions.NAMED.forEach(filters::addNames);
    filters.addSex();
    filters.addAge();
    filters.addFlag(FilterDefinitions.HEALTHY, "HealthyVolunteers");
    filters.addFlag(FilterDefinitions.HAS_RESULTS, "HasResults");
    filters.addEnrollment();
    filters.addStartYears();
    FilterDefinitions.DATES.forEach(filters::addDates);
    return List.copyOf(filters.choices);
  }

  private void add(Parameter parameter, String normal, Expr expr, Expr missing) {
    given.normal(parameter, normal);
    choices.add(new Choice(parameter.name(), expr, missing));
  }

  private static Expr missing(String piece) {
    return new Expr.Missing(SearchTarget.piece(piece));
  }

  private void addConstants(Parameter.Constants parameter) {
    List<String> constants = given.constants(parameter);
    if (!constants.isEmpty()) {
      Field field = parameter.field();
      List<Expr> any = constants.stream().<Expr>map(c -> new Expr.EnumIs(field, c)).toList();
      add(parameter, String.join(",", constants), Expr.anyOf(any), missing(parameter.piece()));
    }
  }

  private void addNames(Parameter.Names parameter, List<String> pieces) {
    List<String> names = given.names(parameter);
    if (names.isEmpty()) {
      return;
    }
    List<Expr> any = new ArrayList<>();
    for (String name : names) {
      for (String piece : pieces) {
        any.add(
            Expr.Words.of(SearchTarget.piece(piece), name, Expansion.TERM, Coverage.FULL_MATCH));
      }
    }
    Expr none = Expr.allOf(pieces.stream().map(StudyFilters::missing).toList());
    add(parameter, String.join("|", names), Expr.anyOf(any), none);
  }

  private void addSex() {
    List<String> sexes = given.constants(FilterDefinitions.SEX);
    if (!sexes.isEmpty()) {
      Expr any = Expr.anyOf(sexes.stream().map(Participants::ofSex).distinct().toList());
      add(FilterDefinitions.SEX, String.join(",", sexes), any, missing("Sex"));
    }
  }

  private void addAge() {
    Optional<String> text = given.find(FilterDefinitions.AGE);
    Optional<Interval> interval = text.flatMap(Interval::find);
    if (text.isPresent() && interval.isEmpty()) {
      throw badAge(text.get(), text.get());
    }
    interval.ifPresent(ages -> addAge(ages, text.orElseThrow()));
  }

  private void addAge(Interval ages, String text) {
    String unit = unit(ages.high());
    Age low = age(ages.low(), unit, text);
    Age high = age(ages.high(), unit, text);
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw reversed(FilterDefinitions.AGE, text);
    }
    String normal =
        Interval.write(
            low == null ? null : Participants.write(low),
            high == null ? null : Participants.write(high));
    add(FilterDefinitions.AGE, normal, Participants.aged(low, high), Expr.NOTHING);
  }

  /** Both ends are in the unit of the upper one, {@code 6..18 months}; years if it has none. */
  private static String unit(@Nullable String high) {
    String word = high == null ? "" : high.replaceAll("[\\d.\\s]+", "");
    return word.isEmpty() ? "years" : word;
  }

  private static @Nullable Age age(@Nullable String text, String unit, String whole) {
    return text == null
        ? null
        : Participants.findAge(text, unit).orElseThrow(() -> badAge(text, whole));
  }

  private static RuntimeException badAge(String text, String whole) {
    return NativeParameters.refusedAt(
        Math.max(0, whole.indexOf(text)),
        "invalid-age",
        FilterDefinitions.AGE.name(),
        whole,
        "'" + text + "' is no age; write 58, 12..18, 65.. or 6 months..2 years");
  }

  private void addFlag(Parameter.Flag parameter, String piece) {
    Field field = CATALOGUE.getPiece(piece);
    given
        .flag(parameter)
        .ifPresent(
            value ->
                add(parameter, value.toString(), new Expr.BooleanIs(field, value), missing(piece)));
  }

  private void addEnrollment() {
    Optional<String> text = given.find(FilterDefinitions.ENROLLMENT);
    if (text.isEmpty()) {
      return;
    }
    Interval interval = Interval.find(text.get()).orElseThrow(() -> badNumber(text.get()));
    Long low = number(interval.low(), text.get());
    Long high = number(interval.high(), text.get());
    if (low != null && high != null && low > high) {
      throw reversed(FilterDefinitions.ENROLLMENT, text.get());
    }
    add(
        FilterDefinitions.ENROLLMENT,
        Interval.write(low, high),
        Participants.number(low, high),
        Participants.unknownNumber());
  }

  private static @Nullable Long number(@Nullable String text, String whole) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,15}")) {
      throw badNumber(whole);
    }
    return Long.valueOf(text);
  }

  private static RuntimeException badNumber(String text) {
    return NativeParameters.refused(
        "invalid-number",
        FilterDefinitions.ENROLLMENT.name(),
        text,
        "expected a number or a range such as 100..500");
  }

  private void addStartYears() {
    List<Expr> any = new ArrayList<>();
    List<String> years = given.list(FilterDefinitions.START_YEAR);
    for (String year : years) {
      PartialDate date =
          PartialDate.find(year)
              .filter(d -> d.precision() == PartialDate.Precision.YEAR)
              .orElseThrow(
                  () ->
                      badDate(FilterDefinitions.START_YEAR, year, "expected a year such as 2024"));
      any.add(new Expr.DateRange(CATALOGUE.getPiece("StartDate"), date.first(), date.last()));
    }
    if (!any.isEmpty()) {
      add(
          FilterDefinitions.START_YEAR,
          String.join(",", years),
          Expr.anyOf(any),
          missing("StartDate"));
    }
  }

  private void addDates(Parameter parameter, String piece) {
    Optional<String> text = given.find(parameter);
    if (text.isEmpty()) {
      return;
    }
    String remedy = "expected a date or a range such as 2024-05 or 2020..2024-05-31";
    Interval interval =
        Interval.find(text.get()).orElseThrow(() -> badDate(parameter, text.get(), remedy));
    PartialDate from = date(parameter, interval.low(), remedy);
    PartialDate to = date(parameter, interval.high(), remedy);
    LocalDate low = from == null ? null : from.first();
    LocalDate high = to == null ? null : to.last();
    if (low != null && high != null && low.isAfter(high)) {
      throw reversed(parameter, text.get());
    }
    Expr range = new Expr.DateRange(CATALOGUE.getPiece(piece), low, high);
    add(parameter, Interval.write(low, high), range, missing(piece));
  }

  private static @Nullable PartialDate date(
      Parameter parameter, @Nullable String text, String remedy) {
    return text == null
        ? null
        : PartialDate.find(text).orElseThrow(() -> badDate(parameter, text, remedy));
  }

  private static RuntimeException badDate(Parameter parameter, String text, String remedy) {
    return NativeParameters.refused("invalid-date", parameter.name(), text, remedy);
  }

  private static RuntimeException reversed(Parameter parameter, String text) {
    return NativeParameters.refused(
        "invalid-range",
        parameter.name(),
        text,
        "the range ends before it begins; exchange its ends");
  }
}
