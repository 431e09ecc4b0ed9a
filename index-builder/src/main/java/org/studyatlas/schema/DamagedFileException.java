package org.studyatlas.schema;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of an index that cannot be understood; the message is one sentence that says what to do.
 */
public final class DamagedFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param what the file is, e.g. {@code manifest}
   * @param reason what is wrong, one line
   */
  DamagedFileException(String what, Path file, String reason, @Nullable Exception cause) {
    super("%s %s is damaged (%s); build the index again".formatted(what, file, reason), cause);
  }
}
