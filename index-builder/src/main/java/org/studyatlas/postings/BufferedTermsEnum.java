package org.studyatlas.postings;

import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The words of a field in their order, once. */
final class BufferedTermsEnum extends BaseTermsEnum {

  private final FieldPostings field;
  private final BufferedPostings postings;
  private final BytesRef term = new BytesRef();

  BufferedTermsEnum(FieldPostings field, BufferedPostings postings) {
    this.field = field;
    this.postings = postings;
    field.start();
  }

  @Override
  public @Nullable BytesRef next() {
    return field.next() ? term() : null;
  }

  @Override
  public BytesRef term() {
    return field.words().get(field.rank(), term);
  }

  @Override
  public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
    return postings.reset();
  }

  @Override
  public SeekStatus seekCeil(BytesRef text) {
    throw unsupported();
  }

  @Override
  public void seekExact(long ord) {
    throw unsupported();
  }

  @Override
  public long ord() {
    throw unsupported();
  }

  @Override
  public int docFreq() {
    throw unsupported();
  }

  @Override
  public long totalTermFreq() {
    throw unsupported();
  }

  @Override
  public ImpactsEnum impacts(int flags) {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("words are written from the first to the last");
  }
}
