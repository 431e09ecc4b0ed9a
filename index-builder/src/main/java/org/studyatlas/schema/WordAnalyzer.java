package org.studyatlas.schema;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.jspecify.annotations.Nullable;

/**
 * The one analyzer of all text fields, for writing and for querying.
 *
 * <p>All fields share one token stream per thread; between two values of a field one position is
 * free, so that no phrase spans both. A wider gap costs bytes: of positions, 100 took 13 % more.
 */
public final class WordAnalyzer extends Analyzer {

  /** Free positions between two values of a field. */
  static final int VALUE_GAP = 1;

  private final @Nullable WordSink sink;

  /** Gives the words to whoever asks for them. */
  public WordAnalyzer() {
    this(null);
  }

  /**
   * Of fields, gives the words to a sink.
   *
   * @param sink of the one thread that uses it; null to give them to whoever asks
   */
  public WordAnalyzer(@Nullable WordSink sink) {
    super(GLOBAL_REUSE_STRATEGY);
    this.sink = sink;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new WordTokenizer());
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return VALUE_GAP;
  }

  /**
   * The words of all values of a field, which stand as if Lucene had been given the values one by
   * one. To be read to its end before this thread asks for another one.
   */
  TokenStream tokenStream(List<String> values, @Nullable TokenStream reuse) throws IOException {
    WordTokenizer words = (WordTokenizer) tokenStream("", Reader.nullReader());
    words.take(values);
    return sink == null ? words : sink.take(words, reuse);
  }
}
