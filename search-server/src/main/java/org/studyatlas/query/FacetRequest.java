package org.studyatlas.query;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the commonest values of something among the matching studies.
 *
 * @param facet its name, e.g. {@code phase}; also the parameter of the choice that its counts leave
 *     out
 * @param top greatest number of values, 1 or more
 * @param matching beginnings of words of the values to give; null for all values
 */
public record FacetRequest(String facet, int top, @Nullable String matching) {

  /** Checks the number. */
  public FacetRequest {
    if (top < 1) {
      throw new IllegalArgumentException("number of facet values must be 1 or more, got " + top);
    }
  }

  /** Asks for all values. */
  public FacetRequest(String facet, int top) {
    this(facet, top, null);
  }
}
