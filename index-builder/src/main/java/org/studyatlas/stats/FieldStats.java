package org.studyatlas.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;

/** The statistics of a leaf's values; one shape for each type, as in the registry. */
sealed interface FieldStats {

  /** The leaf. */
  Field field();

  /** Studies without any value. */
  int missingStudies();

  /**
   * A value and the number of studies that have it.
   *
   * @param value constant or text
   * @param studies 1 or more
   */
  record ValueCount(String value, int studies) {}

  /**
   * The longest text of a field.
   *
   * @param value the text
   * @param nctId of a study that has it
   */
  record Longest(String value, String nctId) {}

  /** Constants, all of them. */
  record Enums(Field field, int missingStudies, List<ValueCount> values) implements FieldStats {
    public Enums {
      values = List.copyOf(values);
    }
  }

  /** Texts: the most frequent ones, the longest one, null if there is none. */
  record Texts(
      Field field,
      int missingStudies,
      @Nullable Longest longest,
      long uniqueValues,
      List<ValueCount> topValues)
      implements FieldStats {
    public Texts {
      topValues = List.copyOf(topValues);
    }
  }

  /** Whole numbers, their mean over all values; null if there is none. */
  record Integers(Field field, int missingStudies, @Nullable Range range) implements FieldStats {

    /** Least, greatest and mean number. */
    record Range(long min, long max, double mean) {}
  }

  /** Dates, null if there is none, and the forms that occur. */
  record Dates(
      Field field,
      int missingStudies,
      @Nullable String min,
      @Nullable String max,
      List<DateForm> forms)
      implements FieldStats {
    public Dates {
      forms = List.copyOf(forms);
    }
  }

  /** Booleans. */
  record Booleans(Field field, int missingStudies, int trueStudies, int falseStudies)
      implements FieldStats {}
}
