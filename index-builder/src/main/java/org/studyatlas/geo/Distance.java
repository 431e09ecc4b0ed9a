package org.studyatlas.geo;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A distance on the ground.
 *
 * <p>Read from text such as {@code 50km} or {@code 30 mi}. Arithmetic is decimal, so that what
 * {@link #toString()} writes reads back as the same distance.
 *
 * @param meters 0 or more, finite
 */
public record Distance(double meters) implements Comparable<Distance> {

  /** A unit of length. */
  public enum Unit {
    METER("m", "1"),
    KILOMETER("km", "1000"),
    MILE("mi", "1609.344");

    private final String symbol;
    private final BigDecimal meters;

    Unit(String symbol, String meters) {
      this.symbol = symbol;
      this.meters = new BigDecimal(meters);
    }

    /** Its symbol, e.g. {@code km}. */
    public String symbol() {
      return symbol;
    }
  }

  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,30})?) ?(km|mi)?");

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the distance is negative, infinite or not a number
   */
  public Distance {
    if (!(meters >= 0 && meters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a distance must be 0 or more metres, got " + meters);
    }
    meters += 0.0; // turns -0.0, which equals() tells from 0.0, into 0.0
  }

  /** The distance of so many units. */
  public static Distance of(BigDecimal amount, Unit unit) {
    return new Distance(amount.multiply(unit.meters).doubleValue());
  }

  /**
   * The distance that the text names: a decimal number with {@code km} or {@code mi} behind it,
   * possibly after one blank. Empty if it is anything else; a number alone names none.
   */
  public static Optional<Distance> find(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() && matcher.group(2) != null
        ? Optional.of(of(matcher))
        : Optional.empty();
  }

  /** As {@link #find(String)}, but a number alone counts in that unit. */
  public static Optional<Distance> find(String text, Unit unitOfBareNumber) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        matcher.group(2) == null
            ? of(new BigDecimal(matcher.group(1)), unitOfBareNumber)
            : of(matcher));
  }

  private static Distance of(Matcher matcher) {
    Unit unit = matcher.group(2).equals("km") ? Unit.KILOMETER : Unit.MILE;
    return of(new BigDecimal(matcher.group(1)), unit);
  }

  @Override
  public int compareTo(Distance other) {
    return Double.compare(meters, other.meters);
  }

  /** In kilometres, exact, e.g. {@code 80.4672km}. */
  @Override
  public String toString() {
    BigDecimal kilometers = BigDecimal.valueOf(meters).movePointLeft(3).stripTrailingZeros();
    return kilometers.toPlainString() + "km";
  }
}
