package org.studyatlas.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Files and zip entries that were not read, since by their names they are no studies.
 *
 * @param count of all
 * @param examples names of the first ones, at most {@value #MAX_EXAMPLES}
 */
public record Ignored(long count, List<String> examples) {

  /** Nothing. */
  public static final Ignored NONE = new Ignored(0, List.of());

  private static final int MAX_EXAMPLES = 10;

  /** Copies the list. */
  public Ignored {
    examples = List.copyOf(examples);
  }

  /** These and one more. */
  Ignored and(String name) {
    return and(new Ignored(1, List.of(name)));
  }

  /** These and those. */
  Ignored and(Ignored others) {
    List<String> all = examples;
    int room = MAX_EXAMPLES - examples.size();
    if (room > 0 && !others.examples().isEmpty()) {
      all = new ArrayList<>(examples);
      all.addAll(others.examples().subList(0, Math.min(room, others.examples().size())));
    }
    return new Ignored(count + others.count(), all);
  }
}
