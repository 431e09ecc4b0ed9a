package org.studyatlas.search;

import java.io.IOException;

/** Work on a generation before it serves, such as a few queries that read its index into memory. */
@FunctionalInterface
public interface WarmUp {

  /**
   * Runs it once.
   *
   * @throws IOException if the index cannot be read; the generation is refused then
   */
  void run(OpenGeneration generation) throws IOException;
}
