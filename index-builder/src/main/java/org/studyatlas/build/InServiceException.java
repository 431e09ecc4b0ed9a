package org.studyatlas.build;

import java.io.IOException;

/** A build that failed when its index was in service already; the message is one line. */
final class InServiceException extends IOException {

  private static final long serialVersionUID = 1L;

  InServiceException(String message, IOException cause) {
    super(message, cause);
  }
}
