package org.studyatlas.schema;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizerImpl;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Splits a value into words by the Unicode rules (UAX #29, Lucene's own grammar) and emits each
 * word's normal form, with the written form and the ends of the value in the payload; see {@link
 * WordForm}.
 *
 * <p>One pass without a chain of filters, since it must look one word ahead for the last one. A
 * word of more than {@link #MAX_WORD_CHARS} characters is split.
 */
final class WordTokenizer extends Tokenizer {

  /** Longest word in characters, the standard tokenizer's default. */
  static final int MAX_WORD_CHARS = 255;

  private final CharTermAttribute termAttribute = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offsetAttribute = addAttribute(OffsetAttribute.class);
  private final PayloadAttribute payloadAttribute = addAttribute(PayloadAttribute.class);

  private final StandardTokenizerImpl scanner = new StandardTokenizerImpl(input);
  private final char[] normal = new char[4 * MAX_WORD_CHARS + 1];
  private Word current = new Word();
  private Word ahead = new Word();
  private boolean atFirst;

  /** A scanned word; the buffer is reused. */
  private static final class Word {
    private final CharTermAttributeImpl text = new CharTermAttributeImpl();
    private int start;
    private boolean present;
  }

  WordTokenizer() {
    scanner.setBufferSize(MAX_WORD_CHARS);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    scanner.yyreset(input);
    atFirst = true;
    scan(ahead);
  }

  @Override
  public boolean incrementToken() throws IOException {
    Word next = current;
    current = ahead;
    ahead = next;
    if (!current.present) {
      return false;
    }
    scan(ahead);
    clearAttributes();
    emit(current);
    return true;
  }

  private void scan(Word word) throws IOException {
    word.present = scanner.getNextToken() != StandardTokenizerImpl.YYEOF;
    if (word.present) {
      scanner.getText(word.text);
      word.start = scanner.yychar();
    }
  }

  private void emit(Word word) {
    char[] text = word.text.buffer();
    int length = word.text.length();
    int normalLength = WordForm.normalise(text, length, normal);
    termAttribute.copyBuffer(normal, 0, normalLength);
    offsetAttribute.setOffset(correctOffset(word.start), correctOffset(word.start + length));
    int flags = (atFirst ? WordForm.FIRST : 0) | (ahead.present ? 0 : WordForm.LAST);
    atFirst = false;
    @Nullable BytesRef payload = WordForm.payload(text, length, normal, normalLength, flags);
    if (payload != null) {
      payloadAttribute.setPayload(payload);
    }
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(scanner.yychar() + scanner.yylength());
    offsetAttribute.setOffset(end, end);
  }

  @Override
  public void close() throws IOException {
    super.close();
    scanner.yyreset(input);
  }
}
