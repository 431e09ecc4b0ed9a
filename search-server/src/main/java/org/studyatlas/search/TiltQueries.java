package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
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
    return FunctionScoreQuery.boostByValue(query, new Tilt(field.piece(), origin, pivot));
  }

  /** The factor of a document. */
  private static final class Tilt extends DoubleValuesSource {
    private final String field;
    private final long origin;
    private final double pivot;

    Tilt(String field, long origin, double pivot) {
      this.field = field;
      this.origin = origin;
      this.pivot = pivot;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, @Nullable DoubleValues scores)
        throws IOException {
      SortedNumericDocValues values = DocValues.getSortedNumeric(context.reader(), field);
      return new DoubleValues() {
        private double factor;

        @Override
        public double doubleValue() {
          return factor;
        }

        @Override
        public boolean advanceExact(int doc) throws IOException {
          double value = 0;
          if (values.advanceExact(doc)) {
            for (int i = values.docValueCount(); i > 0; i--) {
              value = Math.max(0, values.nextValue() - origin);
            }
          }
          factor = 0.5 + 0.5 * value / (value + pivot);
          return true;
        }
      };
    }

    @Override
    public boolean needsScores() {
      return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
      return this;
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc, Explanation score)
        throws IOException {
      DoubleValues values = getValues(context, null);
      values.advanceExact(doc);
      return Explanation.match(values.doubleValue(), "tilt by " + field);
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return true;
    }

    @Override
    public String toString() {
      return "tilt(" + field + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tilt that && field.equals(that.field);
    }

    @Override
    public int hashCode() {
      return field.hashCode();
    }
  }
}
