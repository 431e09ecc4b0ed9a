package org.studyatlas.search;

/** An expression that has more parts than can be searched in reasonable time; a user's fault. */
public final class OversizedQueryException extends Exception {

  private static final long serialVersionUID = 1L;

  OversizedQueryException(int maxClauses, Throwable cause) {
    super(
        "the query has too many words and conditions (over %d parts in all searched fields); use fewer"
            .formatted(maxClauses),
        cause);
  }
}
