package org.studyatlas.sample;

import java.time.LocalDate;
import java.util.List;

/** When studies were registered: how many there were at the end of each year. */
final class Registrations {

  private record YearEnd(LocalDate date, double studies) {}

  private final List<YearEnd> yearEnds;
  private final double total;

  /** The history up to that day; behind the table it goes on at the pace of its last year. */
  Registrations(LocalDate last) {
    yearEnds =
        SampleTable.read(
            "registrations.tsv",
            row -> new YearEnd(LocalDate.of((int) row.number(0), 12, 31), row.number(1)));
    int year = 1;
    while (year < yearEnds.size() - 1 && yearEnds.get(year).date().isBefore(last)) {
      year++;
    }
    YearEnd from = yearEnds.get(year - 1);
    total = from.studies() + perDay(year) * (last.toEpochDay() - from.date().toEpochDay());
  }

  private double perDay(int year) {
    YearEnd from = yearEnds.get(year - 1);
    YearEnd to = yearEnds.get(year);
    return (to.studies() - from.studies()) / (to.date().toEpochDay() - from.date().toEpochDay());
  }

  /** The day by which the given share (0 to below 1) of the studies had been registered. */
  LocalDate dayAt(double share) {
    double wanted = share * total;
    int year = 1;
    while (year < yearEnds.size() - 1 && yearEnds.get(year).studies() <= wanted) {
      year++;
    }
    YearEnd from = yearEnds.get(year - 1);
    return from.date().plusDays((long) ((wanted - from.studies()) / perDay(year)) + 1);
  }
}
