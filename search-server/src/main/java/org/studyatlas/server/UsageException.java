package org.studyatlas.server;

/** A user's fault; the message is one line that says what is wrong and what to do. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
