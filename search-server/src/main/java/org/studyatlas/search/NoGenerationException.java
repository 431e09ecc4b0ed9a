package org.studyatlas.search;

/** There is nothing to search yet; the message says why, in one line. */
public final class NoGenerationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoGenerationException(String message) {
    super(message);
  }
}
