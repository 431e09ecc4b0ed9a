package org.studyatlas.schema;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;

/**
 * Splits a value into words by the Unicode rules (UAX #29, Lucene's own grammar) and emits each
 * word's normal form, with the written form and the ends of the value in the payload; see {@link
 * WordForm}.
 *
 * <p>The term is given as bytes ({@link WordTerm}), not as characters.
 *
 * <p>One pass without a chain of filters, since it must look one word ahead for the last one. A
 * word of more than {@link WordScanner#MAX_WORD_CHARS} characters is split.
 */
final class WordTokenizer extends Tokenizer {

  private final WordTerm term = new WordTerm();

  {
    // Before the others: what Lucene makes for them would offer an empty term.
    addAttributeImpl(term);
  }

  private final OffsetAttribute offsetAttribute = addAttribute(OffsetAttribute.class);
  private final PayloadAttribute payloadAttribute = addAttribute(PayloadAttribute.class);

  private final WordScanner scanner = new WordScanner();
  private final char[] word = new char[WordScanner.MAX_WORD_CHARS];
  private final char[] normal = new char[4 * WordScanner.MAX_WORD_CHARS + 1];
  private boolean atFirst;
  private boolean present;

  @Override
  public void reset() throws IOException {
    super.reset();
    clearAttributes();
    scanner.read(input);
    atFirst = true;
    present = scanner.next();
  }

  /**
   * Sets the term, offset and payload, the only attributes that change from word to word; clearing
   * all of them each time would cost more than finding the word.
   */
  @Override
  public boolean incrementToken() throws IOException {
    if (!present) {
      return false;
    }
    int start = scanner.start();
    int length = scanner.end() - start;
    offsetAttribute.setOffset(correctOffset(start), correctOffset(start + length));
    int code = writeTerm(start, length);
    present = scanner.next();
    int flags = (atFirst ? WordForm.FIRST : 0) | (present ? 0 : WordForm.LAST);
    atFirst = false;
    payloadAttribute.setPayload(WordForm.payload(code, scanner.text(), start, length, flags));
    return true;
  }

  /** Returns the code of the written form. */
  private int writeTerm(int start, int length) {
    if (scanner.isAscii()) {
      return AsciiWord.write(scanner.text(), start, length, term.buffer());
    }
    System.arraycopy(scanner.text(), start, word, 0, length);
    int normalLength = WordForm.normalise(word, length, normal);
    term.set(normal, normalLength);
    return WordForm.code(word, length, normal, normalLength);
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(scanner.length());
    offsetAttribute.setOffset(end, end);
  }

  @Override
  public void close() throws IOException {
    super.close();
    scanner.close();
  }
}
