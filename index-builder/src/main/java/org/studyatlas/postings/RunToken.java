package org.studyatlas.postings;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The token that stands in Lucene's buffer for all words that a document has in a field; none if it
 * has no words.
 */
final class RunToken extends TokenStream {

  private static final BytesRef TERM = new BytesRef();

  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PayloadAttribute payload = addAttribute(PayloadAttribute.class);
  private final BytesRef run = new BytesRef(new byte[Integer.BYTES]);
  private int words;
  private boolean given;

  void set(int number, int wordsOfRun) {
    BitUtil.VH_LE_INT.set(run.bytes, 0, number);
    words = wordsOfRun;
  }

  /** How many words it stands for. */
  int words() {
    return words;
  }

  /** The number of a run, of the payload of its token. */
  static int run(BytesRef payload) {
    return (int) BitUtil.VH_LE_INT.get(payload.bytes, payload.offset);
  }

  @Override
  public void reset() {
    clearAttributes();
    given = words == 0;
  }

  @Override
  public boolean incrementToken() {
    if (given) {
      return false;
    }
    given = true;
    term.setBytesRef(TERM);
    payload.setPayload(run);
    return true;
  }
}
