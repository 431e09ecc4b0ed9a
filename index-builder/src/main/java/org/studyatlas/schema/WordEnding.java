package org.studyatlas.schema;

/**
 * How the ending of a written word differs from the one of its normal form. The rules of plurals
 * are here, and the codes by which payloads tell what was written.
 *
 * <p>Plural: {@code ies → y}, else a final {@code s} goes, except after {@code s}. For the words
 * that end in {@code s, x, ch, sh} themselves the normal form gets the {@code e} of their plural
 * ({@code virus, viruses → viruse}; {@code metastasis, metastases → metastase}), so that singular
 * and plural meet. It is a term, never shown.
 */
final class WordEnding {

  /** As written. */
  static final int SAME = 0;

  /** Written with an {@code s} more. */
  static final int S = 1;

  /** Written without the final {@code e}. */
  static final int NO_E = 2;

  /** Written with {@code ies} for the final {@code y}. */
  static final int IES = 3;

  /** Written with {@code is} for the final {@code e}. */
  static final int IS = 4;

  /** Written with an apostrophe and {@code s} more. */
  static final int POSSESSIVE = 5;

  /** As {@link #POSSESSIVE}, with a typographic apostrophe. */
  static final int POSSESSIVE_CURLY = 6;

  /** Number of endings. */
  static final int COUNT = 7;

  /** What the written word ends with. */
  private static final String[] WRITTEN = {"", "s", "", "ies", "is", "'s", "\u2019s"};

  /** The letter that the normal form has instead; 0 for none. */
  private static final char[] NORMAL = {0, 0, 'e', 'y', 'e', 0, 0};

  private WordEnding() {}

  /**
   * The ending of a word in lower case, by its last three letters.
   *
   * @param n its length
   */
  static int of(int third, int before, int last, int n) {
    if (n < 4) {
      return SAME;
    }
    return switch (last) {
      case 's' -> ofS(third, before, n);
      case 'x' -> NO_E;
      case 'h' -> before == 'c' || before == 's' ? NO_E : SAME;
      default -> SAME;
    };
  }

  private static int ofS(int third, int before, int n) {
    return switch (before) {
      case 's' -> NO_E;
      case 'u' -> n > 4 ? NO_E : SAME;
      case 'i' -> third == 's' && n > 5 ? IS : SAME;
      case 'e' -> third == 'i' && n > 4 ? IES : S;
      default -> S;
    };
  }

  /** Length of what the written word ends with. */
  static int writtenLength(int ending) {
    return WRITTEN[ending].length();
  }

  /** The letter that the normal form has instead; 0 for none. */
  static char normalLetter(int ending) {
    return NORMAL[ending];
  }

  /**
   * The number of characters before the ending, which both forms share but for case and accents; -1
   * if it is not how the two differ.
   */
  static int stem(int ending, char[] word, int wordLength, char[] normal, int normalLength) {
    String written = WRITTEN[ending];
    int stem = wordLength - written.length();
    int letters = NORMAL[ending] == 0 ? 0 : 1;
    boolean fits = stem > 0 && stem + letters == normalLength;
    for (int i = 0; fits && i < written.length(); i++) {
      fits = word[stem + i] == written.charAt(i);
    }
    return fits && (letters == 0 || normal[stem] == NORMAL[ending]) ? stem : -1;
  }
}
