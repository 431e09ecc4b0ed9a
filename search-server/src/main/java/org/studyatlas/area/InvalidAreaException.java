package org.studyatlas.area;

/** Text that is no area. A user's fault; the message says what to change. */
public final class InvalidAreaException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int position;

  InvalidAreaException(String message) {
    this(message, -1);
  }

  InvalidAreaException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** Index of the first offending character, or -1 if it is the area as a whole. */
  public int position() {
    return position;
  }
}
