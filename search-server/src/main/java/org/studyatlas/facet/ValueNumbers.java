package org.studyatlas.facet;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * The values of one or several doc value fields, numbered through all segments in the order of the
 * values; equal values of two fields have one number. Numbered on first use. Safe for use by many
 * threads.
 *
 * <p>Where a document has one of a few values, its number can be kept in memory, in a byte of each
 * document: 4 MB for the whole registry.
 */
final class ValueNumbers {

  /** A byte holds the number of one of these values, or 0 for none. */
  private static final int MOST_IN_A_BYTE = 255;

  private final List<LeafReaderContext> segments;
  private final List<String> fields;
  private final AtomicReferenceArray<byte[]> columns;
  private @Nullable OrdinalMap numbers;

  ValueNumbers(IndexReader reader, List<String> fields) {
    this.segments = reader.leaves();
    this.fields = fields;
    this.columns = new AtomicReferenceArray<>(segments.size() * fields.size());
  }

  private synchronized OrdinalMap numbers() throws IOException {
    OrdinalMap made = numbers;
    if (made == null) {
      made = make();
      numbers = made;
    }
    return made;
  }

  private OrdinalMap make() throws IOException {
    TermsEnum[] values = new TermsEnum[segments.size() * fields.size()];
    long[] sizes = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      SortedSetDocValues ofSegment = docValues(i);
      values[i] = ofSegment.termsEnum();
      sizes[i] = ofSegment.getValueCount();
    }
    return OrdinalMap.build(null, values, sizes, PackedInts.DEFAULT);
  }

  private SortedSetDocValues docValues(int index) throws IOException {
    LeafReaderContext segment = segments.get(index / fields.size());
    return DocValues.getSortedSet(segment.reader(), fields.get(index % fields.size()));
  }

  /** How many there are. */
  int size() throws IOException {
    return (int) numbers().getValueCount();
  }

  /** The value of a number. */
  String value(int number) throws IOException {
    OrdinalMap all = numbers();
    int index = all.getFirstSegmentNumber(number);
    return docValues(index).lookupOrd(all.getFirstSegmentOrd(number)).utf8ToString();
  }

  /** Number of fields. */
  int fields() {
    return fields.size();
  }

  /** The values of one segment and one of the fields, counted from 0. */
  OfSegment open(LeafReaderContext segment, int field) throws IOException {
    int index = segment.ord * fields.size() + field;
    return new Read(docValues(index), numbers().getGlobalOrds(index));
  }

  /** The same, from memory where they fit. */
  OfSegment openKept(LeafReaderContext segment, int field) throws IOException {
    int index = segment.ord * fields.size() + field;
    byte[] column = columns.get(index);
    if (column == null) {
      column = readColumn(index, segment.reader().maxDoc());
      columns.set(index, column);
    }
    return column == null ? open(segment, field) : new Column(column);
  }

  /** The numbers of all documents, or null if they do not fit. */
  private byte @Nullable [] readColumn(int index, int maxDoc) throws IOException {
    SortedDocValues values = DocValues.unwrapSingleton(docValues(index));
    if (values == null || size() > MOST_IN_A_BYTE) {
      return null;
    }
    LongValues global = numbers().getGlobalOrds(index);
    byte[] column = new byte[maxDoc];
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      column[values.docID()] = (byte) (global.get(values.ordValue()) + 1);
    }
    return column;
  }

  /** Walks over the numbers of a document's values, documents in their order. */
  sealed interface OfSegment {

    /** Moves to a document; returns the number of its values. */
    int advance(int doc) throws IOException;

    /** The number of the next value. */
    int next() throws IOException;
  }

  /** From doc values. */
  private static final class Read implements OfSegment {
    private final SortedSetDocValues values;
    private final LongValues global;

    private Read(SortedSetDocValues values, LongValues global) {
      this.values = values;
      this.global = global;
    }

    @Override
    public int advance(int doc) throws IOException {
      return values.advanceExact(doc) ? values.docValueCount() : 0;
    }

    @Override
    public int next() throws IOException {
      return (int) global.get(values.nextOrd());
    }
  }

  /** From memory. */
  private static final class Column implements OfSegment {
    private final byte[] numbers;
    private int number;

    private Column(byte[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public int advance(int doc) {
      number = Byte.toUnsignedInt(numbers[doc]) - 1;
      return number < 0 ? 0 : 1;
    }

    @Override
    public int next() {
      return number;
    }
  }
}
