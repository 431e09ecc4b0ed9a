package org.studyatlas.search;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Generations that were replaced and are kept open for a while, so that clients in the middle of
 * paging finish on the data they began with. Not safe for use by several threads.
 */
final class RetiredGenerations {

  /** Most generations kept beside the one in service: each keeps its files on disk. */
  static final int MAX = 2;

  private final long keptNanos;
  private final Deque<Retired> oldestFirst = new ArrayDeque<>();

  /**
   * Keeps none yet.
   *
   * @param kept how long each is kept; zero keeps none
   */
  RetiredGenerations(Duration kept) {
    this.keptNanos = kept.toNanos();
  }

  private record Retired(OpenGeneration generation, long sinceNanos) {}

  /** Keeps one more from now on. */
  void add(OpenGeneration generation, long nowNanos) {
    oldestFirst.addLast(new Retired(generation, nowNanos));
  }

  /** Takes out those whose time is over or that are too many; the caller lets go of them. */
  List<OpenGeneration> takeExpired(long nowNanos) {
    List<OpenGeneration> expired = new ArrayList<>();
    while (!oldestFirst.isEmpty()
        && (oldestFirst.size() > MAX
            || nowNanos - oldestFirst.getFirst().sinceNanos() >= keptNanos)) {
      expired.add(oldestFirst.removeFirst().generation());
    }
    return expired;
  }

  /** Takes out all. */
  List<OpenGeneration> takeAll() {
    List<OpenGeneration> all = oldestFirst.stream().map(Retired::generation).toList();
    oldestFirst.clear();
    return all;
  }
}
