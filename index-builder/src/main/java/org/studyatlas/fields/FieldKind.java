package org.studyatlas.fields;

/** What kind of values a field holds, which decides how it is parsed, indexed and queried. */
public enum FieldKind {
  /** An object or a list of objects. */
  STRUCT,
  /** Words. */
  TEXT,
  /** An NCT id. */
  NCT,
  /** A constant of one of the registry's enumerations. */
  ENUM,
  /** True or false. */
  BOOLEAN,
  /** A date, possibly partial; see {@link org.studyatlas.study.PartialDate}. */
  DATE,
  /** A whole number. */
  INTEGER,
  /** A span of time with a unit; see {@link org.studyatlas.study.Age}. */
  TIME,
  /** Latitude and longitude. */
  GEO,
  /** One exact string, such as an ISO country code. */
  KEYWORD
}
