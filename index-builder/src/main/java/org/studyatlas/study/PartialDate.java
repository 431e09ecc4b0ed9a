package org.studyatlas.study;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date of the registry, known to the day, the month or the year.
 *
 * <p>It stands for its whole period: {@link #first()} to {@link #last()}. Sorting and ranges use
 * the first day, a partial upper bound the last day of its period.
 *
 * @param first the first day of the period
 * @param precision how much of the date is known
 */
public record PartialDate(LocalDate first, Precision precision) {

  private static final int TIME_START = "yyyy-MM-ddT".length();

  /** How much of a date is known. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY
  }

  /** Moves the day to the first of its period. */
  public PartialDate {
    first =
        switch (precision) {
          case YEAR -> first.withDayOfYear(1);
          case MONTH -> first.withDayOfMonth(1);
          case DAY -> first;
        };
  }

  /**
   * The date that the text names: {@code yyyy}, {@code yyyy-MM}, {@code yyyy-MM-dd}, {@code
   * MM/dd/yyyy}, or an ISO date with a time behind a {@code T}, which is dropped. Empty if the text
   * is none of them or no such day exists.
   */
  public static Optional<PartialDate> find(String text) {
    try {
      return parse(text);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The minute that the text names: {@code yyyy-MM-dd'T'HH:mm}, possibly with seconds, which are
   * dropped. Empty if the text has another form or no such minute exists.
   */
  public static Optional<LocalDateTime> findMinute(String text) {
    if (!form(text).startsWith("dddd-dd-ddT")) {
      return Optional.empty();
    }
    try {
      LocalTime time = LocalTime.parse(text.substring(TIME_START)).truncatedTo(ChronoUnit.MINUTES);
      return parse(text).map(date -> date.first().atTime(time));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<PartialDate> parse(String text) {
    String form = form(text);
    return switch (form) {
      case "dddd" -> Optional.of(of(number(text, 0, 4), 1, 1, Precision.YEAR));
      case "dddd-dd" -> Optional.of(of(number(text, 0, 4), number(text, 5, 7), 1, Precision.MONTH));
      case "dddd-dd-dd" -> Optional.of(day(text, 0, 5, 8));
      case "dd/dd/dddd" -> Optional.of(day(text, 6, 0, 3));
      default ->
          form.startsWith("dddd-dd-ddT")
              ? Optional.of(day(text.substring(0, 10), 0, 5, 8))
              : Optional.empty();
    };
  }

  private static String form(String text) {
    StringBuilder form = new StringBuilder(text.length());
    for (int i = 0; i < Math.min(text.length(), 32); i++) {
      char c = text.charAt(i);
      form.append(c >= '0' && c <= '9' ? 'd' : c == 'd' ? 'x' : c);
    }
    return form.toString();
  }

  private static PartialDate day(String text, int year, int month, int day) {
    return of(
        number(text, year, year + 4),
        number(text, month, month + 2),
        number(text, day, day + 2),
        Precision.DAY);
  }

  private static PartialDate of(int year, int month, int day, Precision precision) {
    return new PartialDate(LocalDate.of(year, month, day), precision);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** The last day of the period. */
  public LocalDate last() {
    return switch (precision) {
      case YEAR -> first.withDayOfYear(first.lengthOfYear());
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      case DAY -> first;
    };
  }

  /** As the registry writes it: {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}. */
  @Override
  public String toString() {
    String day = first.toString();
    return switch (precision) {
      case YEAR -> day.substring(0, 4);
      case MONTH -> day.substring(0, 7);
      case DAY -> day;
    };
  }
}
