package org.studyatlas.query;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;

/**
 * Turns bounds of dates into a condition on a field of dates.
 *
 * <p>A bound stands for its whole period: a month, a day, and where the field's dates have a time
 * of day also a minute. Elsewhere a time in a bound is dropped.
 */
final class DateResolver {

  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private DateResolver() {}

  /** The condition that a date lies between the bounds, null for open ones. */
  static Expr range(Field field, @Nullable String low, @Nullable String high, Spot spot)
      throws ParseException {
    if (field.hasTimeOfDay() && (hasTime(low) || hasTime(high))) {
      return new Expr.MinuteRange(field, first(low, spot), last(high, spot));
    }
    return new Expr.DateRange(
        field,
        low == null ? null : ValueReader.date(low, spot).first(),
        high == null ? null : ValueReader.date(high, spot).last());
  }

  private static boolean hasTime(@Nullable String bound) {
    return bound != null && bound.indexOf('T') >= 0;
  }

  private static @Nullable LocalDateTime first(@Nullable String bound, Spot spot)
      throws ParseException {
    if (bound == null) {
      return null;
    }
    return hasTime(bound)
        ? ValueReader.minute(bound, spot)
        : ValueReader.date(bound, spot).first().atStartOfDay();
  }

  private static @Nullable LocalDateTime last(@Nullable String bound, Spot spot)
      throws ParseException {
    if (bound == null) {
      return null;
    }
    return hasTime(bound)
        ? ValueReader.minute(bound, spot)
        : ValueReader.date(bound, spot).last().atTime(LAST_MINUTE);
  }
}
