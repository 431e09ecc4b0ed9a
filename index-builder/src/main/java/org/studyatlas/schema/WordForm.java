package org.studyatlas.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of a word and the code that tells how the written form differs from it.
 *
 * <p>The normal form has no possessive ending, lower case, no accents and no plural: it is the
 * indexed term. What the text really said is kept in the payload of the position, one byte for the
 * common differences and the whole word for the others, so that an exact match costs no second
 * field and a word that already is in normal form costs nothing.
 *
 * <p>{@link WordEnding} has the rules of plurals, {@link AsciiWord} the same for words of ASCII.
 */
final class WordForm {

  /** Payload flag: the first word of a value. */
  static final int FIRST = 1;

  /** Payload flag: the last word of a value. */
  static final int LAST = 2;

  /** Code of a written form that no other code tells: it stands in the payload. */
  static final int SPELLED_OUT = 63;

  private static final int CAPITALISED = 1;
  private static final int UPPER = 2;
  private static final int CASES = 3;
  private static final int CODE_SHIFT = 2;

  /** Payloads of one byte, shared; index = the byte. */
  private static final BytesRef[] ONE_BYTE = new BytesRef[WordEnding.COUNT * CASES << CODE_SHIFT];

  static {
    for (int i = 0; i < ONE_BYTE.length; i++) {
      ONE_BYTE[i] = new BytesRef(new byte[] {(byte) i});
    }
  }

  private WordForm() {}

  /**
   * Writes the normal form of a word.
   *
   * @param word the written form
   * @param length its length
   * @param out takes the normal form; at least {@code 4 * length + 1} long
   * @return length of the normal form, at least 1
   */
  static int normalise(char[] word, int length, char[] out) {
    int n = fold(word, withoutPossessive(word, length), out);
    return singular(out, n);
  }

  /** The normal form of a word. */
  static String normalise(String word) {
    char[] out = new char[4 * word.length() + 1];
    return new String(out, 0, normalise(word.toCharArray(), word.length(), out));
  }

  /** The word in lower case and without accents, its ending as written. */
  static String folded(String word) {
    char[] out = new char[4 * word.length() + 1];
    return new String(out, 0, fold(word.toCharArray(), word.length(), out));
  }

  private static int withoutPossessive(char[] word, int length) {
    boolean possessive =
        length > 2
            && (word[length - 1] == 's' || word[length - 1] == 'S')
            && (word[length - 2] == '\'' || word[length - 2] == '\u2019');
    return possessive ? length - 2 : length;
  }

  private static int fold(char[] word, int length, char[] out) {
    boolean ascii = true;
    for (int i = 0; i < length; i++) {
      char c = word[i];
      ascii &= c < 0x80;
      out[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (ascii) {
      return length;
    }
    char[] folded = new char[ArrayUtil.oversize(4 * length, Character.BYTES)];
    int n = ASCIIFoldingFilter.foldToASCII(word, 0, folded, 0, length);
    int written = 0;
    for (int i = 0; i < n && written + 2 < out.length; ) {
      int codePoint = Character.toLowerCase(Character.codePointAt(folded, i, n));
      i += Character.charCount(codePoint);
      boolean accent = codePoint >= 0x300 && codePoint <= 0x36F; // of a decomposed letter
      if (!accent || written == 0) {
        written += Character.toChars(codePoint, out, written);
      }
    }
    return written;
  }

  private static int singular(char[] w, int n) {
    int ending = n < 4 ? WordEnding.SAME : WordEnding.of(w[n - 3], w[n - 2], w[n - 1], n);
    int stem = n - WordEnding.writtenLength(ending);
    char letter = WordEnding.normalLetter(ending);
    if (letter == 0) {
      return stem;
    }
    w[stem] = letter;
    return stem + 1;
  }

  /**
   * The payload of a position.
   *
   * @param code of the written form
   * @param text holds the written form
   * @param flags {@link #FIRST} and {@link #LAST}, or 0
   * @return null for a word in normal form that is neither first nor last of its value
   */
  static @Nullable BytesRef payload(int code, char[] text, int start, int length, int flags) {
    int head = code << CODE_SHIFT | flags;
    if (code != SPELLED_OUT) {
      return head == 0 ? null : ONE_BYTE[head];
    }
    byte[] written = new String(text, start, length).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[written.length + 1];
    bytes[0] = (byte) head;
    System.arraycopy(written, 0, bytes, 1, written.length);
    return new BytesRef(bytes);
  }

  /** The payload that a written word has in the middle of a value; null if none. */
  static @Nullable BytesRef payload(String word) {
    char[] written = word.toCharArray();
    char[] normal = normalise(word).toCharArray();
    int code = code(written, written.length, normal, normal.length);
    return payload(code, written, 0, written.length, 0);
  }

  /** Whether a position's payload says that the written form is the one of the other payload. */
  static boolean sameForm(@Nullable BytesRef found, @Nullable BytesRef wanted) {
    int foundHead = found == null ? 0 : found.bytes[found.offset] & ~(FIRST | LAST);
    int wantedHead = wanted == null ? 0 : wanted.bytes[wanted.offset] & ~(FIRST | LAST);
    if (foundHead != wantedHead) {
      return false;
    }
    return found == null
        || wanted == null
        || Arrays.equals(
            found.bytes,
            found.offset + 1,
            found.offset + found.length,
            wanted.bytes,
            wanted.offset + 1,
            wanted.offset + wanted.length);
  }

  /** Whether a position's payload carries the flag. */
  static boolean hasFlag(@Nullable BytesRef found, int flag) {
    return found != null && (found.bytes[found.offset] & flag) != 0;
  }

  /** The code of a written form. */
  static int code(char[] word, int wordLength, char[] normal, int normalLength) {
    for (int ending = 0; ending < WordEnding.COUNT; ending++) {
      int stem = WordEnding.stem(ending, word, wordLength, normal, normalLength);
      int code = stem < 0 ? SPELLED_OUT : code(ending, word, normal, stem);
      if (code != SPELLED_OUT) {
        return code;
      }
    }
    return SPELLED_OUT;
  }

  private static int code(int ending, char[] word, char[] normal, int stem) {
    boolean lowerTail = true;
    boolean upperTail = true;
    for (int i = 1; i < stem; i++) {
      lowerTail &= word[i] == normal[i];
      upperTail &= word[i] == upper(normal[i]);
    }
    return code(ending, word[0] == normal[0], word[0] == upper(normal[0]), lowerTail, upperTail);
  }

  /**
   * The code of a written form whose letters before the ending are those of the normal form, but
   * for case. It tells the written form of a given normal form, and no two have the same.
   *
   * @param lowerHead whether the first letter may be a small one, that is, is no capital
   * @param upperHead whether it may be a capital
   * @param lowerTail whether the letters behind it may be small ones
   * @param upperTail whether they may be capitals
   */
  static int code(
      int ending, boolean lowerHead, boolean upperHead, boolean lowerTail, boolean upperTail) {
    if (lowerHead && lowerTail) {
      return ending * CASES;
    }
    if (upperHead && lowerTail) {
      return ending * CASES + CAPITALISED;
    }
    return upperHead && upperTail ? ending * CASES + UPPER : SPELLED_OUT;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
  }
}
