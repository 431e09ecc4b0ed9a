package org.studyatlas.stats;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.studyatlas.fields.Field;

/** Counts how long the lists of a field are. Used by one thread. */
final class ListSizes {

  /**
   * A size and the number of studies whose list has it.
   *
   * @param size 1 or more
   * @param studies 1 or more
   */
  record SizeCount(int size, int studies) {}

  private final Field field;
  private final NavigableMap<Integer, Integer> studies = new TreeMap<>();

  ListSizes(Field field) {
    this.field = field;
  }

  void add(int size) {
    studies.merge(size, 1, Integer::sum);
  }

  Field field() {
    return field;
  }

  /** The least size; there must be one. */
  int min() {
    return studies.firstKey();
  }

  /** The greatest size; there must be one. */
  int max() {
    return studies.lastKey();
  }

  /** All sizes, most frequent first, then by size. */
  List<SizeCount> counts() {
    return studies.entrySet().stream()
        .map(entry -> new SizeCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(SizeCount::studies)
                .reversed()
                .thenComparingInt(SizeCount::size))
        .toList();
  }
}
