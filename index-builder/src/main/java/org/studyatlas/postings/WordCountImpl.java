package org.studyatlas.postings;

import org.apache.lucene.util.AttributeImpl;
import org.apache.lucene.util.AttributeReflector;

/** The attribute as a token has it. */
final class WordCountImpl extends AttributeImpl implements WordCount {

  private int words;

  @Override
  public int get() {
    return words;
  }

  @Override
  public void set(int newWords) {
    words = newWords;
  }

  @Override
  public void clear() {
    words = 0;
  }

  /** Keeps the number: lengths are computed when a field has ended. */
  @Override
  public void end() {}

  @Override
  public void reflectWith(AttributeReflector reflector) {
    reflector.reflect(WordCount.class, "words", words);
  }

  @Override
  public void copyTo(AttributeImpl target) {
    ((WordCount) target).set(words);
  }
}
