package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Query;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.schema.NumberIndex;

/**
 * {@code TILT}: a score that grows with a field's value.
 *
 * <p>The score is multiplied by {@code 0.5 + 0.5 · v / (v + pivot)}, from half (no value, or the
 * smallest) towards one. A date counts in days since 1950, with a pivot of 25,000 days (2018); a
 * number or age as it is, with a pivot of 100 or of 18 years. The registry does not publish its
 * formula.
 */
final class TiltQueries {

  private static final long FIRST_DAY = -7_305;
  private static final double DATE_PIVOT = 25_000;
  private static final double NUMBER_PIVOT = 100;
  private static final double MINUTES_PIVOT = 18 * 525_960;

  private TiltQueries() {}

  static Query tilt(Field field, Query query) {
    boolean date = field.kind() == FieldKind.DATE;
    int unitsOfDay = field.hasTimeOfDay() ? NumberIndex.MINUTES_OF_DAY : 1;
    long origin = date ? FIRST_DAY * unitsOfDay : 0;
    double pivot =
        date
            ? DATE_PIVOT * unitsOfDay
            : field.kind() == FieldKind.TIME ? MINUTES_PIVOT : NUMBER_PIVOT;
    return ScoreFactor.multiplied(query, new Tilt(field.piece(), origin, pivot));
  }

  /** The factor of a document. */
  private record Tilt(String field, long origin, double pivot) implements ScoreFactor.Source {

    @Override
    public ScoreFactor.OfSegment open(LeafReaderContext segment) throws IOException {
      SortedNumericDocValues values = DocValues.getSortedNumeric(segment.reader(), field);
      return doc -> {
        double value = 0;
        if (values.advanceExact(doc)) {
          for (int i = values.docValueCount(); i > 0; i--) {
            value = Math.max(0, values.nextValue() - origin);
          }
        }
        return 0.5 + 0.5 * value / (value + pivot);
      };
    }
  }
}
