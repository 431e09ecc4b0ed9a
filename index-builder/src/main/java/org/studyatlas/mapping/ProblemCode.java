package org.studyatlas.mapping;

import java.util.Locale;

/** Why a value of a record could not be indexed as its field demands. */
public enum ProblemCode {
  /** A JSON name that the field catalogue does not know. */
  UNKNOWN_FIELD,
  /** A constant that the field's enumeration does not have; it is indexed as it is. */
  UNKNOWN_ENUM_VALUE,
  /** No date of the registry's forms. */
  BAD_DATE,
  /** No whole number of 64 bits. */
  BAD_NUMBER,
  /** Neither true nor false. */
  BAD_BOOLEAN,
  /** No number with a unit of time. */
  BAD_AGE,
  /** Coordinates that are missing, no numbers or out of range. */
  BAD_GEO_POINT,
  /** No NCT id in a field that should hold one; it is indexed as it is. */
  BAD_NCT_ID,
  /** JSON of another type than the field's; scalars and single elements are still indexed. */
  UNEXPECTED_TYPE,
  /**
   * A second list of sites, as in a record that has the name twice. The first one is indexed: a
   * site is found again by its place in the list.
   */
  REPEATED_FIELD,
  /** Longer than Lucene's longest term. */
  VALUE_TOO_LONG;

  /** The stable code that reports use, e.g. {@code bad-date}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
