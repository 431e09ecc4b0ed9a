package org.studyatlas.query;

import java.util.Set;

/** The characters of the language: blanks, special characters, operator words, escapes. */
final class EssieText {

  /** Words that are operators when written like this, without a backslash. */
  static final Set<String> OPERATORS =
      Set.of(
          "AND",
          "OR",
          "NOT",
          "ALL",
          "MISSING",
          "AREA",
          "SEARCH",
          "COVERAGE",
          "COVER",
          "EXPANSION",
          "TILT",
          "RANGE",
          "DISTANCE");

  private EssieText() {}

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** Whether it ends a word unless a backslash stands before it. */
  static boolean isSpecial(char c) {
    return switch (c) {
      case '(', ')', '[', ']', ',', '"' -> true;
      default -> false;
    };
  }

  /** Replaces each run of blanks by one blank and drops those at both ends. */
  static String normalize(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        normal.append(c);
      } else if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
        normal.append(' ');
      }
    }
    int length = normal.length();
    if (length > 0 && normal.charAt(length - 1) == ' ') {
      normal.setLength(length - 1);
    }
    return normal.toString();
  }

  /** The text between double quotes, with the backslashes it needs. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The words side by side, with the backslashes they need. */
  static String unquoted(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (String word : text.split(" ")) {
      escaped.append(escaped.isEmpty() ? "" : " ").append(OPERATORS.contains(word) ? "\\" : "");
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        escaped.append(isSpecial(c) || c == '\\' ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }
}
