package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilterNumericDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.comparators.LongComparator;
import org.studyatlas.query.Sort;

/** Orders studies by a number; those that lack it, or have the value for unknown, come last. */
final class KnownNumberSort extends FieldComparatorSource {

  private final long unknown;

  private KnownNumberSort(long unknown) {
    this.unknown = unknown;
  }

  static SortField of(Sort.ByKnownNumber by) {
    String field = by.field().piece();
    return new SortField(field, new KnownNumberSort(by.unknown()), by.descending());
  }

  @Override
  public FieldComparator<Long> newComparator(
      String field, int slots, Pruning pruning, boolean reversed) {
    long last = reversed ? Long.MIN_VALUE : Long.MAX_VALUE;
    return new LongComparator(slots, field, last, reversed, Pruning.NONE) {
      @Override
      public LeafFieldComparator getLeafComparator(LeafReaderContext context) throws IOException {
        return new LongLeafComparator(context) {
          @Override
          protected NumericDocValues getNumericDocValues(LeafReaderContext leaf, String name)
              throws IOException {
            return new Known(
                SortedNumericSelector.wrap(
                    DocValues.getSortedNumeric(leaf.reader(), name),
                    SortedNumericSelector.Type.MIN,
                    SortField.Type.LONG),
                last);
          }
        };
      }
    };
  }

  /** The values, with the one for unknown replaced by that of a missing one. */
  private final class Known extends FilterNumericDocValues {
    private final long last;

    Known(NumericDocValues values, long last) {
      super(values);
      this.last = last;
    }

    @Override
    public long longValue() throws IOException {
      long value = super.longValue();
      return value == unknown ? last : value;
    }
  }
}
