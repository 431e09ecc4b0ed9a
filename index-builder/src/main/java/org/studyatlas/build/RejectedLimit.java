package org.studyatlas.build;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many records may be rejected before an index is not published. */
public sealed interface RejectedLimit {

  /** One in a thousand: {@code 0.1%}. */
  RejectedLimit STANDARD = new Share(0.1);

  /**
   * A number of records.
   *
   * @param records at least 0
   */
  record Count(long records) implements RejectedLimit {

    /** Checks the range. */
    public Count {
      if (records < 0) {
        throw new IllegalArgumentException("expected 0 or more records, got " + records);
      }
    }

    @Override
    public String toString() {
      return Long.toString(records);
    }
  }

  /**
   * A share of all records read.
   *
   * @param percent 0 to 100
   */
  record Share(double percent) implements RejectedLimit {

    /** Checks the range. */
    public Share {
      if (!(percent >= 0 && percent <= 100)) {
        throw new IllegalArgumentException("expected 0% to 100%, got " + percent + "%");
      }
    }

    @Override
    public String toString() {
      String number = Double.toString(percent);
      return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + "%";
    }
  }

  /**
   * Reads {@code 25} or {@code 0.1%}.
   *
   * @throws IllegalArgumentException with a line that names the value
   */
  static RejectedLimit parse(String text) {
    Matcher form = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(%)?").matcher(text.strip());
    if (!form.matches() || (form.group(2) == null && form.group(1).contains("."))) {
      throw new IllegalArgumentException(
          "expected a number of records such as 25 or a share such as 0.1%, got '" + text + "'");
    }
    return form.group(2) == null
        ? new Count(Long.parseLong(form.group(1)))
        : new Share(Double.parseDouble(form.group(1)));
  }

  /** Whether that many rejected records among so many read are within the limit. */
  default boolean allows(long rejected, long read) {
    return switch (this) {
      case Count(long records) -> rejected <= records;
      case Share(double percent) -> rejected * 100.0 <= percent * read;
    };
  }
}
