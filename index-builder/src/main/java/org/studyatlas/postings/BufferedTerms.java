package org.studyatlas.postings;

import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * The words of one field in place of the tokens that stand for them. Can be read once, from the
 * first word to the last; it has no statistics, which the reader counts.
 */
final class BufferedTerms extends Terms {

  private final Terms tokens;
  private final TermsEnum words;

  BufferedTerms(Terms tokens, TermsEnum words) {
    this.tokens = tokens;
    this.words = words;
  }

  @Override
  public TermsEnum iterator() {
    return words;
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public long getSumTotalTermFreq() {
    throw unsupported();
  }

  @Override
  public long getSumDocFreq() {
    throw unsupported();
  }

  @Override
  public int getDocCount() {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("words that are being written have no statistics");
  }

  @Override
  public boolean hasFreqs() {
    return tokens.hasFreqs();
  }

  @Override
  public boolean hasOffsets() {
    return tokens.hasOffsets();
  }

  @Override
  public boolean hasPositions() {
    return tokens.hasPositions();
  }

  @Override
  public boolean hasPayloads() {
    return tokens.hasPayloads();
  }
}
