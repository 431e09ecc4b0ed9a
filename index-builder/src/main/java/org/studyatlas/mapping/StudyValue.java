package org.studyatlas.mapping;

import org.studyatlas.fields.Field;

/**
 * A value of a study as its record, or a derivation from it, holds it: what statistics are made of.
 * Only values that could be indexed as their fields demand are among them.
 */
public sealed interface StudyValue {

  /** The field that holds it. */
  Field field();

  /**
   * A text, constant, id, date, age, country code, or {@code true} or {@code false}, as the record
   * writes it.
   */
  record Text(Field field, String text) implements StudyValue {}

  /** A whole number, counters and years among them. */
  record Number(Field field, long number) implements StudyValue {}

  /**
   * How many values a list has over the whole study; once for each list that has any.
   *
   * @param field with several values; a leaf or a struct
   * @param size 1 or more
   */
  record ListSize(Field field, int size) implements StudyValue {}
}
