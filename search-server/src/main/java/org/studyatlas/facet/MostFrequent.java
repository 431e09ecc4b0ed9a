package org.studyatlas.facet;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first of many counted keys, the most frequent first, then by key. */
final class MostFrequent {

  private final int most;
  private final PriorityQueue<KeyCounts.Entry> kept =
      new PriorityQueue<>(Comparator.reverseOrder());

  /** Keeps so many at most. */
  MostFrequent(int most) {
    this.most = most;
  }

  /** Keeps a key if it is among the first so far. */
  void offer(long key, int count) {
    if (kept.size() < most) {
      kept.add(new KeyCounts.Entry(key, count));
    } else if (most > 0 && count >= kept.element().count()) {
      kept.add(new KeyCounts.Entry(key, count));
      kept.remove();
    }
  }

  /** The kept ones, in order. */
  List<KeyCounts.Entry> inOrder() {
    return kept.stream().sorted().toList();
  }
}
