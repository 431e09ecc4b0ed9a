package org.studyatlas.sample;

import java.util.Set;

/** Headline spelling: {@code Safety of Aspirin in Patients With Stroke}. */
final class Titles {

  private static final Set<String> SMALL =
      Set.of("of", "in", "the", "and", "for", "to", "a", "an", "on", "or", "by", "at");

  private Titles() {}

  /** The text with a capital at every word except the small ones; other letters stay. */
  static String capitalize(String text) {
    StringBuilder out = new StringBuilder(text);
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        if (i > start && (start == 0 || !SMALL.contains(text.substring(start, i)))) {
          out.setCharAt(start, Character.toUpperCase(text.charAt(start)));
        }
        start = i + 1;
      }
    }
    return out.toString();
  }
}
