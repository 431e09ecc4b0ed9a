package org.studyatlas.stats;

import java.util.BitSet;
import org.apache.lucene.util.ArrayUtil;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.study.NctId;

/**
 * The indexed records, numbered as they come; about 40 bytes of heap each. Of several records of
 * one study the last one counts.
 */
final class RecordLedger {

  private final BitSet replaced = new BitSet();
  private int[] numbers = new int[1024];
  private RecordPointer[] pointers = new RecordPointer[1024];
  private int size;

  /** Enters a record and returns its number. Safe for use by several threads. */
  synchronized int add(NctId id, RecordPointer pointer) {
    if (size == TextPlace.MAX_RECORDS) {
      throw new IllegalStateException("more than " + size + " records");
    }
    numbers = ArrayUtil.grow(numbers, size + 1);
    pointers = ArrayUtil.grow(pointers, size + 1);
    numbers[size] = id.number();
    pointers[size] = pointer;
    return size++;
  }

  /** Finds the replaced records; to be called when all are entered. */
  void settle() {
    BitSet studies = new BitSet();
    for (int record = size - 1; record >= 0; record--) {
      if (studies.get(numbers[record])) {
        replaced.set(record);
      }
      studies.set(numbers[record]);
    }
  }

  /** Whether the record counts. */
  boolean counts(int record) {
    return !replaced.get(record);
  }

  /** Number of studies: of the records that count. */
  int studies() {
    return size - replaced.cardinality();
  }

  /** Number of records, replaced ones among them. */
  int size() {
    return size;
  }

  /** Number of the record's NCT id. */
  int nctNumber(int record) {
    return numbers[record];
  }

  RecordPointer pointer(int record) {
    return pointers[record];
  }
}
