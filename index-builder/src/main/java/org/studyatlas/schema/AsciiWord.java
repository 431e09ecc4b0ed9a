package org.studyatlas.schema;

import org.apache.lucene.util.BytesRef;

/**
 * Writes the normal form of a word of ASCII and tells its written form, as {@link WordForm} does it
 * for any word: most words of a registry are of ASCII and in lower case, and one pass over their
 * characters is enough.
 */
final class AsciiWord {

  private static final int UPPER = 1;
  private static final int LOWER = 2;

  private AsciiWord() {}

  /**
   * Writes the normal form.
   *
   * @param text holds the word, which has a letter or a digit
   * @param out takes it, from offset 0; one byte longer than the word
   * @return the code of the written form, see {@link WordForm}
   */
  static int write(char[] text, int start, int length, BytesRef out) {
    byte[] bytes = out.bytes;
    boolean possessive = isPossessive(text, start, length);
    int n = possessive ? length - 2 : length;
    int upper = possessive ? upperBit(text[start + length - 1]) : 0;
    for (int i = 0; i < n; i++) {
      char c = text[start + i];
      int bit = upperBit(c);
      upper |= bit;
      bytes[i] = (byte) (c | bit);
    }
    int ending =
        n < 4 ? WordEnding.SAME : WordEnding.of(bytes[n - 3], bytes[n - 2], bytes[n - 1], n);
    out.length = normalLength(ending, bytes, n);
    if (possessive) {
      ending = ending == WordEnding.SAME ? WordEnding.POSSESSIVE : -1;
    }
    return code(text, start, length, ending, upper != 0);
  }

  private static boolean isPossessive(char[] text, int start, int length) {
    int last = start + length - 1;
    return length > 2 && text[last - 1] == '\'' && (text[last] | 0x20) == 's';
  }

  /** What makes a letter a small one: 0 unless it is a capital. */
  private static int upperBit(char c) {
    return c >= 'A' && c <= 'Z' ? 0x20 : 0;
  }

  private static int normalLength(int ending, byte[] bytes, int n) {
    int stem = n - WordEnding.writtenLength(ending);
    char letter = WordEnding.normalLetter(ending);
    if (letter == 0) {
      return stem;
    }
    bytes[stem] = (byte) letter;
    return stem + 1;
  }

  private static int code(char[] text, int start, int length, int ending, boolean hasUpper) {
    if (ending < 0) {
      return WordForm.SPELLED_OUT;
    }
    if (!hasUpper) {
      return WordForm.code(ending, true, false, true, false);
    }
    int after = start + length;
    int stemEnd = after - WordEnding.writtenLength(ending);
    if ((cases(text, stemEnd, after) & UPPER) != 0) {
      return WordForm.SPELLED_OUT;
    }
    int head = cases(text, start, start + 1);
    int tail = cases(text, start + 1, stemEnd);
    return WordForm.code(
        ending, (head & UPPER) == 0, (head & LOWER) == 0, (tail & UPPER) == 0, (tail & LOWER) == 0);
  }

  private static int cases(char[] text, int from, int to) {
    int cases = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      cases |= upperBit(c) != 0 ? UPPER : c >= 'a' && c <= 'z' ? LOWER : 0;
    }
    return cases;
  }
}
