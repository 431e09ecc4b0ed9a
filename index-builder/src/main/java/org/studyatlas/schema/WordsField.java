package org.studyatlas.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * All values of a text leaf in one document, which Lucene takes as one stream of words.
 *
 * <p>The index is that of one Lucene field a value; but a study has hundreds of values, of few
 * words each, and to begin and end a stream costs as much as some words.
 */
public final class WordsField extends Field {

  private final List<String> values = new ArrayList<>(1);

  WordsField(String name, FieldType type) {
    super(name, type);
  }

  /** Adds a value behind the others. */
  public void add(String value) {
    values.add(value);
  }

  /** The values, in their order. */
  public List<String> values() {
    return List.copyOf(values);
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    if (analyzer instanceof WordAnalyzer words) {
      return words.tokenStream(values);
    }
    throw new IllegalArgumentException("the words of " + name() + " are found by a WordAnalyzer");
  }
}
