package org.studyatlas.schema;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.AttributeImpl;
import org.apache.lucene.util.AttributeReflector;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * The term of a word as the bytes that the index takes: unlike {@link CharTermAttribute}, it costs
 * no conversion for each word.
 */
public final class WordTerm extends AttributeImpl implements TermToBytesRefAttribute {

  private static final int FIRST_BYTES = WordScanner.MAX_WORD_CHARS + 1;

  private BytesRef term = new BytesRef(FIRST_BYTES);

  /** Starts with an empty term. */
  public WordTerm() {}

  @Override
  public BytesRef getBytesRef() {
    return term;
  }

  /** What the term is written into, at offset 0, if it has at most one byte more than the word. */
  BytesRef buffer() {
    return term;
  }

  /** Replaces the term. */
  void set(char[] chars, int length) {
    int most = UnicodeUtil.maxUTF8Length(length);
    if (term.bytes.length < most) {
      term.bytes = new byte[most];
    }
    term.length = UnicodeUtil.UTF16toUTF8(chars, 0, length, term.bytes);
  }

  @Override
  public void clear() {
    term.length = 0;
  }

  @Override
  public void copyTo(AttributeImpl target) {
    ((WordTerm) target).take(term);
  }

  private void take(BytesRef other) {
    term = new BytesRef(Math.max(FIRST_BYTES, other.length));
    System.arraycopy(other.bytes, other.offset, term.bytes, 0, other.length);
    term.length = other.length;
  }

  @Override
  public WordTerm clone() {
    WordTerm clone = (WordTerm) super.clone();
    clone.take(term);
    return clone;
  }

  @Override
  public void reflectWith(AttributeReflector reflector) {
    reflector.reflect(TermToBytesRefAttribute.class, "bytes", BytesRef.deepCopyOf(term));
  }
}
