package org.studyatlas.http;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Locale;

/** Finds the known name that a mistyped one was probably meant to be. */
public final class Suggestion {

  private static final int MAX_EDITS = 2;

  private Suggestion() {}

  /** {@code "; did you mean 'x'?"}, or empty if no known name is at most two edits away. */
  public static String among(List<String> known, String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> Math.abs(name.length() - lower.length()) <= MAX_EDITS)
        .filter(name -> edits(lower, name.toLowerCase(Locale.ROOT)) <= MAX_EDITS)
        .min(comparingInt(name -> edits(lower, name.toLowerCase(Locale.ROOT))))
        .map(name -> "; did you mean '" + name + "'?")
        .orElse("");
  }

  /** Levenshtein's distance: inserted, removed and replaced characters. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
