package org.studyatlas.schema;

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.jspecify.annotations.Nullable;

/** Takes the words of a field of a document in place of Lucene's buffer. */
public interface WordSink {

  /**
   * Reads the words to their end and closes the stream.
   *
   * @param words of all values of a field of a document
   * @param reuse what it gave for a document before
   * @return what Lucene is given in their place
   */
  TokenStream take(TokenStream words, @Nullable TokenStream reuse) throws IOException;
}
