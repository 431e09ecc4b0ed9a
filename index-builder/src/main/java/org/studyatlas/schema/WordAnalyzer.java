package org.studyatlas.schema;

import org.apache.lucene.analysis.Analyzer;

/**
 * The one analyzer of all text fields, for writing and for querying.
 *
 * <p>All fields share one token stream per thread; the values of a field are {@value #VALUE_GAP}
 * positions apart, so that no phrase spans two of them.
 */
public final class WordAnalyzer extends Analyzer {

  /** Positions between two values of a field. */
  static final int VALUE_GAP = 100;

  /** Creates it. */
  public WordAnalyzer() {
    super(GLOBAL_REUSE_STRATEGY);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new WordTokenizer());
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return VALUE_GAP;
  }
}
