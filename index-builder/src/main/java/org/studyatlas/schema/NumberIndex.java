package org.studyatlas.schema;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.studyatlas.fields.Field;
import org.studyatlas.study.Age;
import org.studyatlas.study.PartialDate;

/**
 * A leaf with an order: whole numbers; dates as the first day of their period in days since
 * 1970-01-01, or in minutes since then if they have a time of day; ages and durations in minutes.
 * Points serve ranges, doc values sorting.
 *
 * @param field of the catalogue
 */
public record NumberIndex(Field field) implements IndexField {

  /** Minutes of a day: how many numbers a day has in a field whose dates have a time of day. */
  public static final int MINUTES_OF_DAY = 1_440;

  /** Adds a whole number. */
  public void add(Document document, long value) {
    document.add(new LongField(name(), value, org.apache.lucene.document.Field.Store.NO));
  }

  /** The number that stands for a date: its period's first day. */
  public static long valueOf(PartialDate date) {
    return date.first().toEpochDay();
  }

  /** The number that stands for a minute, in a field whose dates have a time of day. */
  public static long valueOf(LocalDateTime minute) {
    return Math.floorDiv(minute.toEpochSecond(ZoneOffset.UTC), 60L);
  }

  /** The least number that stands for the day in this field. */
  public long firstOf(LocalDate day) {
    return field.hasTimeOfDay() ? day.toEpochDay() * MINUTES_OF_DAY : day.toEpochDay();
  }

  /** The greatest number that stands for the day in this field. */
  public long lastOf(LocalDate day) {
    return field.hasTimeOfDay() ? firstOf(day) + MINUTES_OF_DAY - 1 : day.toEpochDay();
  }

  /** The year of a number that stands for a day. */
  public static int yearOf(long day) {
    return LocalDate.ofEpochDay(day).getYear();
  }

  /** The number that stands for an age or duration. */
  public static long valueOf(Age age) {
    return age.minutes();
  }

  /** Documents with a value from {@code low} to {@code high}, both included. */
  public Query range(long low, long high) {
    return LongField.newRangeQuery(name(), low, high);
  }

  /**
   * Order by this field; documents without a value come last in both directions. Of several values
   * the least counts for ascending order, the greatest for descending; those of a site's field are
   * the values of all sites.
   */
  public SortField sort(boolean descending) {
    long last = descending ? Long.MIN_VALUE : Long.MAX_VALUE;
    if (field.ofSite()) {
      return BlockFields.sortByValueOfSites(name(), descending, last);
    }
    return LongField.newSortField(
        name(),
        descending,
        descending ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN,
        last);
  }

  @Override
  public Query exists() {
    return new FieldExistsQuery(name());
  }
}
