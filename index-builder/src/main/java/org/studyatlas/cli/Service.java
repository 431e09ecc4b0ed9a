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

  /** The index directory, absolute. */
  static IndexDirectory directory(Path path) {
    return new IndexDirectory(path.toAbsolutePath().normalize());
  }
}
