package org.studyatlas.search;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.studyatlas.schema.DamagedFileException;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IncompatibleIndexException;

/**
 * A published generation that cannot be served; the message is one line that says what is wrong and
 * what to do.
 */
public final class UnusableIndexException extends IOException {

  private static final long serialVersionUID = 1L;

  private UnusableIndexException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What an attempt to find the published generation ended with. */
  static UnusableIndexException ofCurrent(IOException cause) {
    return new UnusableIndexException(reason(cause), cause);
  }

  /** What an attempt to open a generation ended with. */
  static UnusableIndexException of(Generation generation, Throwable cause) {
    if (cause instanceof IncompatibleIndexException || cause instanceof DamagedFileException) {
      return new UnusableIndexException(reason(cause), cause);
    }
    return new UnusableIndexException(
        "generation %s is damaged or incomplete (%s); build the index again"
            .formatted(generation.path().toAbsolutePath(), reason(cause)),
        cause);
  }

  private static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    if (cause instanceof NoSuchFileException) {
      return "no file " + message;
    }
    if (cause instanceof AccessDeniedException) {
      return "no permission to read " + message;
    }
    return cause instanceof IOException
        ? message
        : cause.getClass().getSimpleName() + ": " + message;
  }
}
