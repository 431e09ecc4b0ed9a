package org.studyatlas.search;

/** An expression that has more parts than can be searched in reasonable time; a user's fault. */
public final class OversizedQueryException extends Exception {

  private static final long serialVersionUID = 1L;

  OversizedQueryException(Throwable cause) {
    super(
        "the query has too many words and conditions for the fields that it searches; use fewer, or a"
            + " narrower search area",
        cause);
  }
}
