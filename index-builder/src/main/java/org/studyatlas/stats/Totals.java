package org.studyatlas.stats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.StatsType;
import org.studyatlas.schema.RecordStore;

/** Adds up the contributions of all records that count. Used once, by one thread. */
final class Totals {

  /**
   * All statistics.
   *
   * @param sizes of the records
   * @param values of the leaves, in the order of the data model
   * @param lists of the fields with several values, in the order of the data model
   */
  record Result(StudySizes sizes, List<FieldStats> values, List<ListSizes> lists) {}

  private static final int FIRST_SLOTS = 1 << 10;

  private final RecordLedger records;
  private final List<Field> fields = FieldCatalogue.standard().fields();
  private final @Nullable ValueTotals[] values = new ValueTotals[fields.size()];
  private final @Nullable ListSizes[] lists = new ListSizes[fields.size()];
  private final Map<TextKey, String> texts = new HashMap<>();

  Totals(RecordLedger records, Constants constants) {
    this.records = records;
    for (Field field : fields) {
      values[field.position()] = totals(field, constants);
      if (field.sized()) {
        lists[field.position()] = new ListSizes(field);
      }
    }
  }

  private @Nullable ValueTotals totals(Field field, Constants constants) {
    StatsType type = field.statsType();
    return switch (type) {
      case ENUM -> new ValueTotals.OfEnum(field, constants);
      case STRING -> new TextTotals(field, texts);
      case DATE -> new ValueTotals.OfDate(field);
      case INTEGER -> new ValueTotals.OfInteger(field);
      case BOOLEAN -> new ValueTotals.OfBoolean(field);
      case NUMBER -> throw new IllegalStateException("the mapping reads no fractions: " + field);
      case null -> null;
    };
  }

  Result compute(ValueLog log, TextSpill spill, RecordStore store) throws IOException {
    log.read(this::addEntries);
    countTexts(spill);
    fetchTexts(store);
    List<FieldStats> stats = new ArrayList<>();
    for (ValueTotals totals : values) {
      if (totals != null) {
        stats.add(totals.stats(records.studies()));
      }
    }
    List<ListSizes> sizes = new ArrayList<>();
    for (ListSizes list : lists) {
      if (list != null) {
        sizes.add(list);
      }
    }
    return new Result(StudySizes.of(records), stats, sizes);
  }

  private void addEntries(int record, Entries entries) {
    if (records.counts(record)) {
      entries.read(
          new Entries.Receiver() {
            @Override
            public void value(int field, long number) {
              Objects.requireNonNull(values[field]).add(record, number);
            }

            @Override
            public void listSize(int field, int size) {
              Objects.requireNonNull(lists[field]).add(size);
            }
          });
    }
  }

  private void countTexts(TextSpill spill) throws IOException {
    TextTable table = new TextTable(FIRST_SLOTS);
    for (int partition = 0; partition < TextSpill.PARTITIONS; partition++) {
      spill.read(partition, (high, low, place) -> count(table, high, low, place));
      for (int slot = 0; slot < table.slots(); slot++) {
        if (table.count(slot) > 0) {
          addGroup(table, slot);
        }
      }
      table.clear();
    }
  }

  private void count(TextTable table, long high, long low, long place) {
    int record = TextPlace.record(place);
    if (!records.counts(record)) {
      return;
    }
    int slot = table.add(high, low, place);
    if (nctNumber(table.place(slot)) > records.nctNumber(record)) {
      table.setPlace(slot, place);
    }
  }

  private int nctNumber(long place) {
    return records.nctNumber(TextPlace.record(place));
  }

  private void addGroup(TextTable table, int slot) {
    long place = table.place(slot);
    TextKey key = new TextKey(table.high(slot), table.low(slot));
    TextGroup group =
        new TextGroup(
            key,
            table.count(slot),
            TextPlace.length(place),
            nctNumber(place),
            TextPlace.record(place));
    if (values[TextPlace.field(place)] instanceof TextTotals totals) {
      totals.add(group);
    }
  }

  private void fetchTexts(RecordStore store) throws IOException {
    TextFetch fetch = new TextFetch(store, records);
    for (Field field : fields) {
      if (values[field.position()] instanceof TextTotals totals) {
        fetch.want(field, totals.candidates());
      }
    }
    fetch.run(texts);
  }
}
