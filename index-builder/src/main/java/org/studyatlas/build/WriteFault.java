package org.studyatlas.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Recognises a disk that has no room left, which Java tells only in the text of its message. */
final class WriteFault {

  private static final List<String> NO_ROOM =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "File too large",
          "not enough space on the disk");

  private WriteFault() {}

  /** The same failure; if the disk is full, with a line that says so and what to do. */
  static IOException explain(IOException failure, Path indexDir) {
    if (failure instanceof InServiceException) {
      return failure; // it says itself what is true then
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      for (String sign : NO_ROOM) {
        if (message.contains(sign)) {
          return new IOException(
              "no room to write the index in %s (%s); nothing was published, the partial index was removed; free some space or give another directory"
                  .formatted(indexDir, sign),
              failure);
        }
      }
    }
    return failure;
  }
}
