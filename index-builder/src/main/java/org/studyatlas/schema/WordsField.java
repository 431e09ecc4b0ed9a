package org.studyatlas.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The values of a text leaf in one document. The index is that of one Lucene field a value; but a
 * study has hundreds of values, of few words each.
 */
public final class WordsField extends ListField<String> {

  WordsField(String name, FieldType type) {
    super(name, type);
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    if (analyzer instanceof WordAnalyzer words) {
      try {
        return words.tokenStream(values(), reuse);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalArgumentException("the words of " + name() + " are found by a WordAnalyzer");
  }
}
