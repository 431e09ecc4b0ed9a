package org.studyatlas.facet;

import java.util.List;

/** Numbers of studies by key. */
sealed interface KeyCounts permits Tally, NumberCounts {

  /** Number of different keys. */
  int size();

  /**
   * The first of the keys, the most frequent first, then by key.
   *
   * @param most how many at most
   */
  List<Entry> first(int most);

  /** A key and how many studies have it. */
  record Entry(long key, int count) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byCount = Integer.compare(other.count, count);
      return byCount != 0 ? byCount : Long.compare(key, other.key);
    }
  }
}
