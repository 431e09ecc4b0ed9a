package org.studyatlas.study;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time as the registry writes it for ages and target durations: {@code 18 Years}, {@code
 * 1 Month}, {@code 64y}.
 *
 * <p>Compared by length in minutes, where a year is 365.25 days and a month the twelfth part of a
 * year, so that {@code 24 Months} equals {@code 2 Years}.
 *
 * @param minutes length, 0 or more
 */
public record Age(long minutes) implements Comparable<Age> {

  /** The units that the registry uses, with their length in minutes. */
  public enum Unit {
    MINUTE(1),
    HOUR(60),
    DAY(1_440),
    WEEK(10_080),
    MONTH(43_830),
    YEAR(525_960);

    private final long minutes;

    Unit(long minutes) {
      this.minutes = minutes;
    }

    /** Length of one unit in minutes. */
    public long minutes() {
      return minutes;
    }
  }

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)\\s*([A-Za-z]{1,7})");

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the span is negative
   */
  public Age {
    if (minutes < 0) {
      throw new IllegalArgumentException("an age must not be negative, got " + minutes);
    }
  }

  /** The span that the text names, or empty if it is not a number with a known unit. */
  public static Optional<Age> find(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(matcher.group(1));
    return findUnit(matcher.group(2))
        .map(unit -> new Age(amount.multiply(BigDecimal.valueOf(unit.minutes)).longValue()));
  }

  private static Optional<Unit> findUnit(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "y", "year", "years" -> Optional.of(Unit.YEAR);
      case "mo", "month", "months" -> Optional.of(Unit.MONTH);
      case "w", "week", "weeks" -> Optional.of(Unit.WEEK);
      case "d", "day", "days" -> Optional.of(Unit.DAY);
      case "h", "hour", "hours" -> Optional.of(Unit.HOUR);
      case "m", "minute", "minutes" -> Optional.of(Unit.MINUTE);
      default -> Optional.empty();
    };
  }

  @Override
  public int compareTo(Age other) {
    return Long.compare(minutes, other.minutes);
  }
}
