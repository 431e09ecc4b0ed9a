package org.studyatlas.stats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.studyatlas.study.PartialDate;

/**
 * The forms of the registry's dates, coarsest first.
 *
 * <p>A date is packed into a long that orders as its text does: minutes since 1970-01-01, then the
 * form. A text of another form that {@link PartialDate} reads counts as the day it names.
 */
enum DateForm {
  YEAR("yyyy"),
  MONTH("yyyy-MM"),
  DAY("yyyy-MM-dd"),
  MINUTE("yyyy-MM-dd'T'HH:mm");

  private static final int FORM_BITS = 2;
  private static final int MINUTES_PER_DAY = 1_440;
  private static final int TIME_START = "yyyy-MM-ddT".length();
  private static final int TIME_END = "yyyy-MM-ddTHH:mm".length();

  private final String pattern;

  DateForm(String pattern) {
    this.pattern = pattern;
  }

  /** The pattern by which the registry names it. */
  String pattern() {
    return pattern;
  }

  /** Packs a date that {@link PartialDate} can read. */
  static long pack(String text) {
    String stripped = text.strip();
    PartialDate date = PartialDate.find(stripped).orElseThrow();
    int minute = minuteOfDay(stripped);
    DateForm form =
        switch (date.precision()) {
          case YEAR -> YEAR;
          case MONTH -> MONTH;
          case DAY -> minute >= 0 ? MINUTE : DAY;
        };
    long minutes = date.first().toEpochDay() * MINUTES_PER_DAY + Math.max(minute, 0);
    return minutes << FORM_BITS | form.ordinal();
  }

  /** Minute of the day, or -1 if the text does not end in {@code HH:mm}. */
  private static int minuteOfDay(String text) {
    if (text.length() != TIME_END || text.charAt(TIME_START - 1) != 'T') {
      return -1;
    }
    try {
      LocalTime time = LocalTime.parse(text.substring(TIME_START));
      return time.getHour() * 60 + time.getMinute();
    } catch (DateTimeException e) {
      return -1;
    }
  }

  /** Form of a packed date. */
  static DateForm of(long packed) {
    return values()[(int) packed & (1 << FORM_BITS) - 1];
  }

  /** Text of a packed date. */
  static String text(long packed) {
    long minutes = packed >> FORM_BITS;
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(minutes, MINUTES_PER_DAY));
    String text = day.toString();
    return switch (of(packed)) {
      case YEAR -> text.substring(0, 4);
      case MONTH -> text.substring(0, 7);
      case DAY -> text;
      case MINUTE -> {
        int minute = (int) Math.floorMod(minutes, (long) MINUTES_PER_DAY);
        yield day.atTime(minute / 60, minute % 60).toString();
      }
    };
  }
}
