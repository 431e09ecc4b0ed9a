package org.studyatlas.search;

import java.io.IOException;

/**
 * Work on a generation that makes its requests quick, such as a few queries that read its index
 * into memory: on the first one while it serves, on those that replace another before they do.
 */
@FunctionalInterface
public interface WarmUp {

  /**
   * Runs it once.
   *
   * @throws IOException if the index cannot be read; one that does not serve yet is refused then
   */
  void run(OpenGeneration generation) throws IOException;
}
