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
 * <p>Plural: {@code ies → y}, else a final {@code s} goes, except after {@code s}. For the words
 * that end in {@code s, x, ch, sh} themselves the normal form gets the {@code e} of their plural
 * ({@code virus, viruses → viruse}; {@code metastasis, metastases → metastase}), so that singular
 * and plural meet. It is a term, never shown.
 */
final class WordForm {

  /** Payload flag: the first word of a value. */
  static final int FIRST = 1;

  /** Payload flag: the last word of a value. */
  static final int LAST = 2;

  private static final int SAME = 0;
  private static final int CAPITALISED = 1;
  private static final int UPPER = 2;
  private static final int WITH_S = 3;
  private static final int CAPITALISED_WITH_S = 4;
  private static final int UPPER_WITH_S = 5;
  private static final int SPELLED_OUT = 6;
  private static final int CODE_SHIFT = 2;

  /** Payloads of one byte, shared; index = the byte. */
  private static final BytesRef[] ONE_BYTE = new BytesRef[1 << 5];

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
    if (n < 4) {
      return n;
    }
    char last = w[n - 1];
    char before = w[n - 2];
    return switch (last) {
      case 's' -> singularOfS(w, n, before);
      case 'x' -> withE(w, n);
      case 'h' -> before == 'c' || before == 's' ? withE(w, n) : n;
      default -> n;
    };
  }

  private static int singularOfS(char[] w, int n, char before) {
    if (before == 'u' || before == 's') {
      return n > 4 || before == 's' ? withE(w, n) : n;
    }
    if (before == 'i' && w[n - 3] == 's' && n > 5) {
      w[n - 2] = 'e';
      return n - 1;
    }
    if (before == 'i') {
      return n;
    }
    if (before == 'e' && w[n - 3] == 'i' && n > 4) {
      w[n - 3] = 'y';
      return n - 2;
    }
    return n - 1;
  }

  private static int withE(char[] w, int n) {
    w[n] = 'e';
    return n + 1;
  }

  /**
   * The payload of a position.
   *
   * @param flags {@link #FIRST} and {@link #LAST}, or 0
   * @return null for a word in normal form that is neither first nor last of its value
   */
  static @Nullable BytesRef payload(
      char[] word, int wordLength, char[] normal, int normalLength, int flags) {
    int code = code(word, wordLength, normal, normalLength);
    int head = code << CODE_SHIFT | flags;
    if (code != SPELLED_OUT) {
      return head == 0 ? null : ONE_BYTE[head];
    }
    byte[] text = new String(word, 0, wordLength).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[text.length + 1];
    bytes[0] = (byte) head;
    System.arraycopy(text, 0, bytes, 1, text.length);
    return new BytesRef(bytes);
  }

  /** The payload that a written word has in the middle of a value; null if none. */
  static @Nullable BytesRef payload(String word) {
    String normal = normalise(word);
    return payload(word.toCharArray(), word.length(), normal.toCharArray(), normal.length(), 0);
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

  private static int code(char[] word, int wordLength, char[] normal, int normalLength) {
    boolean withS =
        wordLength == normalLength + 1 && word[wordLength - 1] == 's' && normalLength > 0;
    if (!withS && wordLength != normalLength) {
      return SPELLED_OUT;
    }
    boolean lowerTail = true;
    boolean upperTail = true;
    for (int i = 1; i < normalLength; i++) {
      lowerTail &= word[i] == normal[i];
      upperTail &= word[i] == upper(normal[i]);
    }
    boolean lowerHead = word[0] == normal[0];
    boolean upperHead = word[0] == upper(normal[0]);
    if (lowerHead && lowerTail) {
      return withS ? WITH_S : SAME;
    }
    if (upperHead && lowerTail) {
      return withS ? CAPITALISED_WITH_S : CAPITALISED;
    }
    if (upperHead && upperTail) {
      return withS ? UPPER_WITH_S : UPPER;
    }
    return SPELLED_OUT;
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
  }
}
