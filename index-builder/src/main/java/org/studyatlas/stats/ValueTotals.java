package org.studyatlas.stats;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.studyatlas.fields.Field;
import org.studyatlas.stats.FieldStats.Integers.Range;
import org.studyatlas.stats.FieldStats.ValueCount;

/**
 * Adds up the values of a field, study by study: the numbers that stand for them in {@link
 * Entries}. Used by one thread.
 */
sealed interface ValueTotals
    permits ValueTotals.OfEnum,
        ValueTotals.OfInteger,
        ValueTotals.OfDate,
        ValueTotals.OfBoolean,
        TextTotals {

  /** Order of values in answers: most frequent first, then by value. */
  Comparator<ValueCount> VALUE_ORDER =
      Comparator.comparingInt(ValueCount::studies).reversed().thenComparing(ValueCount::value);

  /** Adds a value of a record; all of one record come one after the other. */
  void add(int record, long number);

  /** What was added up. */
  FieldStats stats(int allStudies);

  /** Constants, by their numbers. */
  final class OfEnum implements ValueTotals {
    private final Field field;
    private final Constants constants;
    private final StudyCount studies = new StudyCount();
    private final Map<Integer, StudyCount> counts = new HashMap<>();

    OfEnum(Field field, Constants constants) {
      this.field = field;
      this.constants = constants;
    }

    @Override
    public void add(int record, long number) {
      studies.add(record);
      counts.computeIfAbsent((int) number, n -> new StudyCount()).add(record);
    }

    @Override
    public FieldStats stats(int allStudies) {
      List<ValueCount> values = new ArrayList<>();
      counts.forEach((n, count) -> values.add(new ValueCount(constants.constant(n), count.get())));
      values.sort(VALUE_ORDER);
      return new FieldStats.Enums(field, allStudies - studies.get(), values);
    }
  }

  /** Whole numbers. The sum is exact, so that it does not depend on the order. */
  final class OfInteger implements ValueTotals {
    private final Field field;
    private final StudyCount studies = new StudyCount();
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;
    private long count;
    private long sumOfHighHalves;
    private long sumOfLowHalves;

    OfInteger(Field field) {
      this.field = field;
    }

    @Override
    public void add(int record, long number) {
      studies.add(record);
      min = Math.min(min, number);
      max = Math.max(max, number);
      count++;
      sumOfHighHalves += number >> Integer.SIZE;
      sumOfLowHalves += number & 0xFFFF_FFFFL;
    }

    @Override
    public FieldStats stats(int allStudies) {
      Range range = count == 0 ? null : new Range(min, max, mean());
      return new FieldStats.Integers(field, allStudies - studies.get(), range);
    }

    private double mean() {
      BigInteger high = BigInteger.valueOf(sumOfHighHalves).shiftLeft(Integer.SIZE);
      return high.add(BigInteger.valueOf(sumOfLowHalves)).doubleValue() / count;
    }
  }

  /** Dates, packed by {@link DateForm}. */
  final class OfDate implements ValueTotals {
    private final Field field;
    private final StudyCount studies = new StudyCount();
    private final Set<DateForm> forms = EnumSet.noneOf(DateForm.class);
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    OfDate(Field field) {
      this.field = field;
    }

    @Override
    public void add(int record, long number) {
      studies.add(record);
      forms.add(DateForm.of(number));
      min = Math.min(min, number);
      max = Math.max(max, number);
    }

    @Override
    public FieldStats stats(int allStudies) {
      String first = forms.isEmpty() ? null : DateForm.text(min);
      String last = forms.isEmpty() ? null : DateForm.text(max);
      return new FieldStats.Dates(
          field, allStudies - studies.get(), first, last, List.copyOf(forms));
    }
  }

  /** Booleans: 1 or 0. */
  final class OfBoolean implements ValueTotals {
    private final Field field;
    private final StudyCount studies = new StudyCount();
    private final StudyCount trues = new StudyCount();
    private final StudyCount falses = new StudyCount();

    OfBoolean(Field field) {
      this.field = field;
    }

    @Override
    public void add(int record, long number) {
      studies.add(record);
      (number == 1 ? trues : falses).add(record);
    }

    @Override
    public FieldStats stats(int allStudies) {
      int missing = allStudies - studies.get();
      return new FieldStats.Booleans(field, missing, trues.get(), falses.get());
    }
  }
}
