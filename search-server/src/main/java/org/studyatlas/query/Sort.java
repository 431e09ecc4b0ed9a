package org.studyatlas.query;

import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldKind;

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

  /**
   * By a number of which one value means unknown; that one and no value at all come last in either
   * direction.
   *
   * @param field of kind INTEGER
   * @param unknown the value that is no number
   * @param descending greatest first
   */
  record ByKnownNumber(Field field, long unknown, boolean descending) implements Sort {
    /** Checks the field. */
    public ByKnownNumber {
      if (field.kind() != FieldKind.INTEGER) {
        throw new IllegalArgumentException("field " + field.piece() + " holds no numbers");
      }
    }
  }

  /** By NCT id. */
  record ById(boolean descending) implements Sort {}

  /** By the distance of the nearest matching site from the request's origin, nearest first. */
  record ByDistance() implements Sort {}
}
