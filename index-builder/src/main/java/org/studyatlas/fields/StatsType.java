package org.studyatlas.fields;

/** The shape of a field's statistics in the registry's {@code /stats/field/values}. */
public enum StatsType {
  ENUM,
  STRING,
  DATE,
  INTEGER,
  NUMBER,
  BOOLEAN
}
