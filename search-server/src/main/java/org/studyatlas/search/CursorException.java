package org.studyatlas.search;

/**
 * A cursor that cannot be used: damaged, of another generation of the index, or of another search.
 */
public final class CursorException extends Exception {

  private static final long serialVersionUID = 1L;

  CursorException(String message) {
    super(message);
  }
}
