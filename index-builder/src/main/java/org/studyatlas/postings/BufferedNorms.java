package org.studyatlas.postings;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.SmallFloat;

/**
 * Keeps the lengths of fields as Lucene's similarities do, of the words that a token stands for.
 */
final class BufferedNorms extends BM25Similarity {

  @Override
  public long computeNorm(FieldInvertState state) {
    AttributeSource source = state.getAttributeSource();
    if (!source.hasAttribute(WordCount.class)) {
      return super.computeNorm(state);
    }
    return SmallFloat.intToByte4(source.getAttribute(WordCount.class).get());
  }
}
