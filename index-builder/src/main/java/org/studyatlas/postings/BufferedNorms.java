package org.studyatlas.postings;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * Keeps the lengths of fields as Lucene's similarities do, of the words that a token stands for.
 */
final class BufferedNorms extends BM25Similarity {

  @Override
  public long computeNorm(FieldInvertState state) {
    return state.getAttributeSource() instanceof RunToken token
        ? SmallFloat.intToByte4(token.words())
        : super.computeNorm(state);
  }
}
