package org.studyatlas.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.studyatlas.build.BuildOptions;
import org.studyatlas.build.RejectedLimit;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options; the message of a failure names the value and what is expected. */
final class Values {

  private Values() {}

  static RejectedLimit rejectedLimit(String text) {
    try {
      return RejectedLimit.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** A time in UTC: {@code 2026-08-14T09:00:05}, with or without a {@code Z}, or a day. */
  static LocalDateTime timestamp(String text) {
    String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    try {
      LocalDateTime time =
          plain.contains("T") ? LocalDateTime.parse(plain) : LocalDate.parse(plain).atStartOfDay();
      BuildOptions.requireTimestamp(time);
      return time;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new TypeConversionException(
          "expected a time in UTC such as 2026-08-14T09:00:05, of the years 1 to 9999, got '"
              + text
              + "'");
    }
  }
}
