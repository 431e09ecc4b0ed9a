package org.studyatlas.build;

import org.studyatlas.schema.Generation;

/** How a build ended that did not fail. */
public sealed interface BuildResult {

  /** What was done. */
  BuildReport report();

  /**
   * A new generation is in service.
   *
   * @param generation the new one
   * @param report of the build
   */
  record Published(Generation generation, BuildReport report) implements BuildResult {}

  /**
   * More records were rejected than allowed: nothing was published, the generation in service
   * stays.
   *
   * @param reason one line that says how many were rejected and how to allow it
   * @param report of the build up to there
   */
  record TooManyRejected(String reason, BuildReport report) implements BuildResult {}
}
