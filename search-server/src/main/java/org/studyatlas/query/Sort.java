package org.studyatlas.query;

import org.studyatlas.fields.Field;

/** A criterion of order. Ties are left to the next one, and in the end to the engine. */
public sealed interface Sort {

  /** By how strongly studies match the query. */
  record ByRelevance(boolean descending) implements Sort {}

  /**
   * By a field; studies without a value come last in either direction.
   *
   * @param field one that is {@link Field#sortable}
   * @param descending greatest (newest) first
   */
  record ByField(Field field, boolean descending) implements Sort {
    /** Checks the field. */
    public ByField {
      if (!field.sortable()) {
        throw new IllegalArgumentException("cannot sort by " + field.piece());
      }
    }
  }

  /** By NCT id. */
  record ById(boolean descending) implements Sort {}

  /** By the distance of the nearest matching site from the request's origin, nearest first. */
  record ByDistance() implements Sort {}
}
