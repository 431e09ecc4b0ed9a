package org.studyatlas.schema;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.standard.StandardTokenizerImpl;
import org.apache.lucene.util.ArrayUtil;

/**
 * Finds the words of a value by the Unicode rules (UAX #29) as Lucene's own grammar has them.
 *
 * <p>Words of ASCII are found here, a third of the time of the grammar; a word that holds or
 * touches another character, or is too long, is left to the grammar. Its rules never look back
 * beyond the beginning of a word, so that both may take turns.
 */
final class WordScanner {

  /** Longest word in characters, the standard tokenizer's default; a longer one is split. */
  static final int MAX_WORD_CHARS = 255;

  /** A longer buffer is not kept for the next value. */
  private static final int KEPT_CHARS = 1 << 18;

  private static final int FIRST_CHARS = 1 << 12;
  private static final int LETTER = 1;
  private static final int DIGIT = 2;
  private static final int JOINER = 4;
  private static final int BETWEEN_LETTERS = 8;
  private static final int BETWEEN_DIGITS = 16;
  private static final int IN_WORD = LETTER | DIGIT | JOINER;

  /** Classes of the ASCII characters. */
  private static final byte[] CLASSES = classes();

  private final StandardTokenizerImpl grammar;
  private char[] text = new char[FIRST_CHARS];
  private int length;
  private int position;
  private int start;
  private int end;
  private boolean ascii;

  WordScanner() {
    grammar = new StandardTokenizerImpl(Reader.nullReader());
    grammar.setBufferSize(MAX_WORD_CHARS);
  }

  private static byte[] classes() {
    byte[] classes = new byte[0x80];
    for (char c = 'a'; c <= 'z'; c++) {
      classes[c] = LETTER;
      classes[c - 32] = LETTER;
    }
    for (char c = '0'; c <= '9'; c++) {
      classes[c] = DIGIT;
    }
    classes['_'] = JOINER;
    classes[':'] = BETWEEN_LETTERS;
    classes[','] = BETWEEN_DIGITS;
    classes[';'] = BETWEEN_DIGITS;
    classes['.'] = BETWEEN_LETTERS | BETWEEN_DIGITS;
    classes['\''] = BETWEEN_LETTERS | BETWEEN_DIGITS;
    return classes;
  }

  /** Takes a value. */
  void read(Reader value) throws IOException {
    length = 0;
    for (int n = value.read(text); n >= 0; n = value.read(text, length, text.length - length)) {
      length += n;
      if (length == text.length) {
        text = ArrayUtil.grow(text, length + 1);
      }
    }
    begin();
  }

  /** Takes a value. */
  void read(String value) {
    length = value.length();
    if (length > text.length) {
      text = new char[ArrayUtil.oversize(length, Character.BYTES)];
    }
    value.getChars(0, length, text, 0);
    begin();
  }

  private void begin() {
    if (length > 0 && Character.isHighSurrogate(text[length - 1])) {
      length--; // half a character; the grammar would lose what it has read before
    }
    position = 0;
  }

  /** Lets go of the value. */
  void close() {
    length = 0;
    position = 0;
    if (text.length > KEPT_CHARS) {
      text = new char[FIRST_CHARS];
    }
  }

  /**
   * Finds the next word.
   *
   * @return whether there is one
   */
  boolean next() throws IOException {
    for (int i = position; i < length; i++) {
      char c = text[i];
      if (c >= 0x80 || touchesOther(i + 1)) {
        return nextByGrammar(i);
      }
      if ((CLASSES[c] & IN_WORD) != 0) {
        int after = endOfWord(i);
        if (after - i > MAX_WORD_CHARS || touchesOther(after) || touchesOther(after + 1)) {
          return nextByGrammar(i);
        }
        if (holdsLetterOrDigit(i, after)) {
          return found(i, after);
        }
        i = after - 1;
      }
    }
    position = length;
    start = length;
    end = length;
    return false;
  }

  private boolean touchesOther(int index) {
    return index < length && text[index] >= 0x80;
  }

  /** At most one character behind the longest word, so that a very long one is not read often. */
  private int endOfWord(int from) {
    int limit = Math.min(length, from + MAX_WORD_CHARS + 1);
    int i = from + 1;
    while (i < limit && text[i] < 0x80) {
      int type = CLASSES[text[i]];
      if ((type & IN_WORD) == 0 && !joins(i, type)) {
        break;
      }
      i++;
    }
    return i;
  }

  /** Whether a character stands between two letters or two digits, and may: {@code 3.5}. */
  private boolean joins(int index, int type) {
    if (type == 0 || index + 1 >= length || text[index + 1] >= 0x80) {
      return false;
    }
    int both = CLASSES[text[index - 1]] & CLASSES[text[index + 1]];
    return (type & BETWEEN_LETTERS) != 0 && (both & LETTER) != 0
        || (type & BETWEEN_DIGITS) != 0 && (both & DIGIT) != 0;
  }

  private boolean holdsLetterOrDigit(int from, int after) {
    for (int i = from; i < after; i++) {
      if (text[i] != '_') {
        return true;
      }
    }
    return false;
  }

  private boolean nextByGrammar(int from) throws IOException {
    grammar.yyreset(new CharArrayReader(text, from, length - from));
    boolean present = grammar.getNextToken() != StandardTokenizerImpl.YYEOF;
    int first = present ? from + grammar.yychar() : length;
    found(first, present ? first + grammar.yylength() : length);
    ascii = false;
    return present;
  }

  private boolean found(int from, int after) {
    start = from;
    end = after;
    position = after;
    ascii = true;
    return true;
  }

  /** The value; valid until the next one is taken. */
  char[] text() {
    return text;
  }

  /** First character of the word that was found. */
  int start() {
    return start;
  }

  /** The character behind the word. */
  int end() {
    return end;
  }

  /** Whether the word is known to be of ASCII and not too long: found without the grammar. */
  boolean isAscii() {
    return ascii;
  }

  /** Number of characters of the value. */
  int length() {
    return length;
  }
}
