package org.studyatlas.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a document that are matched as they are, all in one Lucene field: one for each of them
 * would cost more than the terms do.
 */
public final class TermsField extends Field {

  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setTokenized(true);
    TYPE.setIndexOptions(IndexOptions.DOCS);
    TYPE.setOmitNorms(true);
    TYPE.freeze();
  }

  private final List<BytesRef> terms = new ArrayList<>();

  /** Starts without terms. */
  public TermsField(String name) {
    super(name, TYPE);
  }

  /** Adds a term, which must not change any more. One that is there already changes nothing. */
  public void add(BytesRef term) {
    terms.add(term);
  }

  /** The terms, in the order in which they were added. */
  public List<BytesRef> terms() {
    return List.copyOf(terms);
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    Terms stream = reuse instanceof Terms used ? used : new Terms();
    stream.terms = terms;
    return stream;
  }

  private static final class Terms extends TokenStream {

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private List<BytesRef> terms = List.of();
    private int next;

    @Override
    public void reset() {
      clearAttributes();
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      term.setBytesRef(terms.get(next++));
      return true;
    }
  }
}
