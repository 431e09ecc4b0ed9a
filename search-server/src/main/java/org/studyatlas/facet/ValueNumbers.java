package org.studyatlas.facet;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * The values of one or several doc value fields, numbered through all segments in the order of the
 * values; equal values of two fields have one number. Numbered on first use.
 */
final class ValueNumbers {

  private final List<LeafReaderContext> segments;
  private final List<String> fields;
  private @Nullable OrdinalMap numbers;

  ValueNumbers(IndexReader reader, List<String> fields) {
    this.segments = reader.leaves();
    this.fields = fields;
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

  /** The values of one segment and one of the fields, counted from 0. */
  OfSegment open(LeafReaderContext segment, int field) throws IOException {
    int index = segment.ord * fields.size() + field;
    return new OfSegment(docValues(index), numbers().getGlobalOrds(index));
  }

  /** Walks over the numbers of a document's values, documents in their order. */
  static final class OfSegment {
    private final SortedSetDocValues values;
    private final LongValues global;

    private OfSegment(SortedSetDocValues values, LongValues global) {
      this.values = values;
      this.global = global;
    }

    /** Moves to a document; returns the number of its values. */
    int advance(int doc) throws IOException {
      return values.advanceExact(doc) ? values.docValueCount() : 0;
    }

    /** The number of the next value. */
    int next() throws IOException {
      return (int) global.get(values.nextOrd());
    }
  }
}
