package org.studyatlas.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.studyatlas.schema.NumberIndex;

/** Where the values of studies are read from, as numbers from 0. */
sealed interface ValueSource {

  /** Those of a segment. */
  OfSegment open(LeafReaderContext segment) throws IOException;

  /** Reads study by study, in the order of the documents. */
  @FunctionalInterface
  interface OfSegment {

    /**
     * Adds the numbers of the values of a study.
     *
     * @param first the first document of its block
     * @param study its own document, the last of its block
     */
    void add(int first, int study, ValueSet set) throws IOException;
  }

  /** The values of the study's own document, of any of the fields. */
  record Studies(ValueNumbers numbers) implements ValueSource {
    @Override
    public OfSegment open(LeafReaderContext segment) throws IOException {
      List<ValueNumbers.OfSegment> fields = new ArrayList<>();
      for (int i = 0; i < numbers.fields(); i++) {
        fields.add(numbers.open(segment, i));
      }
      return (first, study, set) -> {
        for (ValueNumbers.OfSegment values : fields) {
          for (int i = values.advance(study); i > 0; i--) {
            set.add(values.next());
          }
        }
      };
    }
  }

  /** The values of all sites of the study, numbered from 1, as in the keys of places. */
  record Sites(ValueNumbers numbers) implements ValueSource {
    @Override
    public OfSegment open(LeafReaderContext segment) throws IOException {
      ValueNumbers.OfSegment values = numbers.openKept(segment, 0);
      return (first, study, set) -> {
        for (int site = first; site < study; site++) {
          for (int i = values.advance(site); i > 0; i--) {
            set.add(values.next() + 1);
          }
        }
      };
    }
  }

  /** The years of the study's days in a field; the number of a year is the year itself. */
  record Years(String field) implements ValueSource {
    @Override
    public OfSegment open(LeafReaderContext segment) throws IOException {
      SortedNumericDocValues days = DocValues.getSortedNumeric(segment.reader(), field);
      return (first, study, set) -> {
        if (days.advanceExact(study)) {
          for (int i = days.docValueCount(); i > 0; i--) {
            set.add(Math.max(0, NumberIndex.yearOf(days.nextValue())));
          }
        }
      };
    }
  }
}
