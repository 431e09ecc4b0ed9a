package org.studyatlas.postings;

import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The documents of one word, once from the first to the last. */
final class BufferedPostings extends PostingsEnum {

  private final WordBuffer buffer;
  private final FieldPostings field;
  private final BytesRef oneByte = new BytesRef(new byte[1]);
  private final BytesRef longPayload = new BytesRef();
  private int next;
  private int end;
  private int document = -1;
  private int entry;
  private int firstEntry;

  BufferedPostings(WordBuffer buffer, FieldPostings field) {
    this.buffer = buffer;
    this.field = field;
  }

  /** Goes before the first document of the current word. */
  BufferedPostings reset() {
    next = field.from();
    end = field.to();
    document = -1;
    return this;
  }

  @Override
  public int nextDoc() {
    if (next == end) {
      document = NO_MORE_DOCS;
      return document;
    }
    firstEntry = next;
    entry = next - 1;
    int index = field.documentIndex(next);
    do {
      next++;
    } while (next < end && field.documentIndex(next) == index);
    document = field.document(firstEntry);
    return document;
  }

  @Override
  public int docID() {
    return document;
  }

  @Override
  public int freq() {
    return next - firstEntry;
  }

  @Override
  public int nextPosition() {
    return field.position(++entry);
  }

  @Override
  public int startOffset() {
    return -1;
  }

  @Override
  public int endOffset() {
    return -1;
  }

  @Override
  public @Nullable BytesRef getPayload() {
    int payload = field.payload(entry);
    return switch (payload) {
      case WordBuffer.NO_PAYLOAD -> null;
      case WordBuffer.LONG_PAYLOAD -> buffer.longPayload(field.token(entry), longPayload);
      default -> {
        oneByte.bytes[0] = (byte) (payload - 1);
        yield oneByte;
      }
    };
  }

  @Override
  public int advance(int target) {
    throw new UnsupportedOperationException("words are written from the first to the last");
  }

  @Override
  public long cost() {
    return (long) field.to() - field.from();
  }
}
