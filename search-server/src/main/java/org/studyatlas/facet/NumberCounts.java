package org.studyatlas.facet;

import java.util.List;

/** Counts by keys that are small numbers, 0 for those that no study has. */
record NumberCounts(int[] counts) implements KeyCounts {

  @Override
  public int size() {
    int size = 0;
    for (int count : counts) {
      size += count > 0 ? 1 : 0;
    }
    return size;
  }

  @Override
  public List<Entry> first(int most) {
    MostFrequent first = new MostFrequent(most);
    for (int number = 0; number < counts.length; number++) {
      if (counts[number] > 0) {
        first.offer(number, counts[number]);
      }
    }
    return first.inOrder();
  }
}
