package org.studyatlas.query;

import org.studyatlas.fields.Field;

/**
 * Asks for the commonest values of a field among the matching studies.
 *
 * @param field a leaf
 * @param top greatest number of values, 1 or more
 */
public record FacetRequest(Field field, int top) {

  /** Checks the field and the number. */
  public FacetRequest {
    if (field.isStruct()) {
      throw new IllegalArgumentException("structure " + field.piece() + " has no values");
    }
    if (top < 1) {
      throw new IllegalArgumentException("number of facet values must be 1 or more, got " + top);
    }
  }
}
