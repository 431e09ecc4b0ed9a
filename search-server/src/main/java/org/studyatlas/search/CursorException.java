package org.studyatlas.search;

/** A cursor that cannot be used: damaged, or of another generation of the index. */
public final class CursorException extends Exception {

  private static final long serialVersionUID = 1L;

  CursorException(String message) {
    super(message);
  }
}
