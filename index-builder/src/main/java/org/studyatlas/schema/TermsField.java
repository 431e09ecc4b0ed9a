package org.studyatlas.schema;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Terms of a document that are matched as they are. One that is there already changes nothing. */
public final class TermsField extends ListField<BytesRef> {

  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setTokenized(true);
    TYPE.setIndexOptions(IndexOptions.DOCS);
    TYPE.setOmitNorms(true);
    TYPE.freeze();
  }

  /** Starts without terms. */
  public TermsField(String name) {
    super(name, TYPE);
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    Terms stream = reuse instanceof Terms used ? used : new Terms();
    stream.terms = values();
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
