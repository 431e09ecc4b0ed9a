package org.studyatlas.schema;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;

/**
 * Splits a value into words by the Unicode rules (UAX #29, Lucene's own grammar) and emits each
 * word's normal form, with the written form and the ends of the value in the payload; see {@link
 * WordForm}.
 *
 * <p>One pass without a chain of filters, since it must look one word ahead for the last one. A
 * word of more than {@link WordScanner#MAX_WORD_CHARS} characters is split.
 */
final class WordTokenizer extends Tokenizer {

  private final CharTermAttribute termAttribute = addAttribute(CharTermAttribute.class);
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
    System.arraycopy(scanner.text(), start, word, 0, length);
    int normalLength = WordForm.normalise(word, length, normal);
    termAttribute.copyBuffer(normal, 0, normalLength);
    offsetAttribute.setOffset(correctOffset(start), correctOffset(start + length));
    present = scanner.next();
    int flags = (atFirst ? WordForm.FIRST : 0) | (present ? 0 : WordForm.LAST);
    atFirst = false;
    payloadAttribute.setPayload(WordForm.payload(word, length, normal, normalLength, flags));
    return true;
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
