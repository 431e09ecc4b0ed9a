package org.studyatlas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.verify.Verification;

/** Checks the generation in service, also while builds replace and remove it. */
final class ServiceCheck {

  /** Checks one generation. */
  @FunctionalInterface
  interface Check {
    Verification of(Generation generation) throws IOException;
  }

  private ServiceCheck() {}

  /**
   * Checks what is in service. What was removed meanwhile is not damaged: then what took its place
   * is checked.
   *
   * @param told which one was removed, one line
   */
  static Verification run(IndexDirectory index, Check check, Consumer<String> told)
      throws IOException {
    while (true) {
      Generation checked = Service.require(index);
      Verification found = check.of(checked);
      if (found.sound() || Files.exists(checked.path())) {
        return found;
      }
      told.accept(
          checked.name() + ": removed by a build while it was checked; checking its successor");
    }
  }
}
