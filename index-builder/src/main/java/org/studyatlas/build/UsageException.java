package org.studyatlas.build;

import java.io.IOException;

/**
 * The user's fault: the command line has to be changed before it can succeed. The message is one
 * line that says what is wrong, where, with which value, and what to do.
 */
public final class UsageException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Creates it with the whole line. */
  public UsageException(String message) {
    super(message);
  }

  /** Creates it with the whole line and what brought it to light. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
