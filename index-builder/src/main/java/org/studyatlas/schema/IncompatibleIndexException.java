package org.studyatlas.schema;

import java.io.IOException;

/** An index that this program cannot read; the message is one sentence that says what to do. */
public final class IncompatibleIndexException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Creates it with the whole sentence. */
  public IncompatibleIndexException(String message) {
    super(message);
  }
}
