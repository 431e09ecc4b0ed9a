package org.studyatlas.render;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the model's markup fields are written: the registry's parameter {@code markupFormat}. */
public enum MarkupFormat {
  /** As stored, in CommonMark. */
  MARKDOWN,
  /** Plain text as in the registry's former systems; see {@link LegacyMarkup}. */
  LEGACY;

  /** The format of that name, {@code markdown} or {@code legacy}, exact case. */
  public static Optional<MarkupFormat> find(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
