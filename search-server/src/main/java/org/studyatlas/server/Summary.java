package org.studyatlas.server;

import java.util.Locale;
import org.studyatlas.search.OpenGeneration;

/** A generation in a few words. */
final class Summary {

  private Summary() {}

  static String of(OpenGeneration generation) {
    return String.format(
        Locale.ROOT,
        "%,d studies, data of %s, generation %s",
        generation.studies(),
        generation.dataTimestamp().toLocalDate(),
        generation.name());
  }
}
