package org.studyatlas.schema;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Splits a value into words by the Unicode rules (UAX #29, Lucene's own grammar) and emits each
 * word's normal form, with the written form and the ends of the value in the payload; see {@link
 * WordForm}.
 *
 * <p>The term is given as bytes ({@link WordTerm}), not as characters.
 *
 * <p>One pass without a chain of filters, since it must look one word ahead for the last one. A
 * word of more than {@link WordScanner#MAX_WORD_CHARS} characters is split.
 *
 * <p>Reads its input, or several values one after the other, between which positions are free as
 * {@link WordAnalyzer} has it.
 */
final class WordTokenizer extends Tokenizer {

  private final WordTerm term = new WordTerm();

  {
    // Before the others: what Lucene makes for them would offer an empty term.
    addAttributeImpl(term);
  }

  private final OffsetAttribute offsetAttribute = addAttribute(OffsetAttribute.class);
  private final PayloadAttribute payloadAttribute = addAttribute(PayloadAttribute.class);
  private final PositionIncrementAttribute positionAttribute =
      addAttribute(PositionIncrementAttribute.class);

  private final WordScanner scanner = new WordScanner();
  private final char[] word = new char[WordScanner.MAX_WORD_CHARS];
  private final char[] normal = new char[4 * WordScanner.MAX_WORD_CHARS + 1];
  private List<String> values = List.of();
  private int nextValue;
  private int valueStart;
  private boolean atFirst;
  private boolean present;

  /** Reads the values instead of the input, once. */
  void take(List<String> of) {
    values = of;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    clearAttributes();
    nextValue = 0;
    valueStart = 0;
    if (values.isEmpty()) {
      scanner.read(input);
    } else {
      scanner.read(values.get(nextValue++));
    }
    begin();
  }

  private void begin() throws IOException {
    atFirst = true;
    present = scanner.next();
  }

  /**
   * Sets the term, offset, payload and position, the only attributes that change from word to word;
   * clearing all of them each time would cost more than finding the word.
   */
  @Override
  public boolean incrementToken() throws IOException {
    int step = 1;
    while (!present) {
      if (nextValue >= values.size()) {
        return false;
      }
      readNextValue();
      step += WordAnalyzer.VALUE_GAP;
    }
    positionAttribute.setPositionIncrement(step);
    int start = scanner.start();
    int length = scanner.end() - start;
    int offset = valueStart + start;
    offsetAttribute.setOffset(correctOffset(offset), correctOffset(offset + length));
    int code = writeTerm(start, length);
    present = scanner.next();
    int flags = (atFirst ? WordForm.FIRST : 0) | (present ? 0 : WordForm.LAST);
    atFirst = false;
    payloadAttribute.setPayload(WordForm.payload(code, scanner.text(), start, length, flags));
    return true;
  }

  private void readNextValue() throws IOException {
    valueStart += scanner.length() + 1; // as Analyzer.getOffsetGap has it
    scanner.read(values.get(nextValue++));
    begin();
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
    int end = correctOffset(valueStart + scanner.length());
    offsetAttribute.setOffset(end, end);
  }

  @Override
  public void close() throws IOException {
    super.close();
    scanner.close();
    values = List.of();
  }
}
