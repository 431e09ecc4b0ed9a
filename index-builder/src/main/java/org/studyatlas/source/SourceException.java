package org.studyatlas.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * A source that cannot be used as a whole: missing, unreadable, damaged or empty.
 *
 * <p>The message is one line for the user: which input, what is wrong where, and what to do.
 */
public final class SourceException extends IOException {

  private static final long serialVersionUID = 1;

  private final boolean lasting;

  SourceException(String message) {
    this(message, null);
  }

  SourceException(String message, @Nullable Throwable cause) {
    this(message, cause, true);
  }

  private SourceException(String message, @Nullable Throwable cause, boolean lasting) {
    super(message, cause);
    this.lasting = lasting;
  }

  /** A failure that the same input may not bring another time. */
  static SourceException passing(String message, @Nullable Throwable cause) {
    return new SourceException(message, cause, false);
  }

  /** Whether the input itself is at fault, so that reading it again would end in the same way. */
  public boolean isLasting() {
    return lasting;
  }

  /** A failure of the file system in the words of a user, or the exception if it is one already. */
  static SourceException of(String name, IOException cause) {
    return switch (cause) {
      case SourceException known -> known;
      case NoSuchFileException gone ->
          new SourceException(name + ": no such file or folder; check the path", gone);
      case AccessDeniedException denied ->
          new SourceException(
              name + ": permission denied; make it readable for the user who builds", denied);
      default ->
          passing(
              name + ": cannot be read (" + reason(cause) + "); check the disk and try again",
              cause);
    };
  }

  /** A copy for one more thread, so that each has a stack trace of its own. */
  SourceException again() {
    return new SourceException(String.valueOf(getMessage()), this, lasting);
  }

  private static String reason(IOException cause) {
    String reason =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : Printable.of(reason);
  }
}
