package org.studyatlas.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a range as the native parameters write it: {@code from..to}, {@code from..}, {@code
 * ..to}, or one value that is both ends.
 *
 * @param low text of the lower end, or null for open
 * @param high text of the upper end, or null for open
 */
public record Interval(@Nullable String low, @Nullable String high) {

  private static final String DOTS = "..";

  /** The two ends, or empty if both are open. */
  public static Optional<Interval> find(String text) {
    int dots = text.indexOf(DOTS);
    if (dots < 0) {
      String both = text.strip();
      return both.isEmpty() ? Optional.empty() : Optional.of(new Interval(both, both));
    }
    String low = text.substring(0, dots).strip();
    String high = text.substring(dots + DOTS.length()).strip();
    return low.isEmpty() && high.isEmpty()
        ? Optional.empty()
        : Optional.of(new Interval(low.isEmpty() ? null : low, high.isEmpty() ? null : high));
  }

  /** The text of an interval with those ends, null for open. */
  public static String write(@Nullable Object low, @Nullable Object high) {
    if (low != null && low.equals(high)) {
      return low.toString();
    }
    return (low == null ? "" : low) + DOTS + (high == null ? "" : high);
  }
}
