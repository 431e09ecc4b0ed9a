package org.studyatlas.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.studyatlas.build.UsageException;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;

/** Finds the generation that a command is about. */
final class Service {

  private Service() {}

  /**
   * The generation in service.
   *
   * @throws UsageException if there is none
   */
  static Generation require(IndexDirectory index) throws IOException {
    return index
        .findCurrent()
        .orElseThrow(
            () ->
                new UsageException(
                    "no index in %s; build one with 'studyatlas build <source> %s'"
                        .formatted(index.path(), index.path())));
  }

  /**
   * The index directory, absolute.
   *
   * @throws UsageException if the argument is empty, which Java takes for the current folder
   */
  static IndexDirectory directory(Path path) throws UsageException {
    requireGiven(path.toString(), "the index directory");
    return new IndexDirectory(path.toAbsolutePath().normalize());
  }

  /** Refuses an argument without a word in it, as an unset variable of a script makes it. */
  static void requireGiven(String argument, String what) throws UsageException {
    if (argument.isBlank()) {
      throw new UsageException(
          "%s is missing, its argument is empty: '%s'; is a variable unset?"
              .formatted(what, argument));
    }
  }
}
