package org.studyatlas.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects differences: all counted, the first ones kept. */
final class Findings {

  /** A damaged index can differ in every study; a reader needs the first few. */
  private static final int MAX_KEPT = 20;

  private final List<Difference> kept = new ArrayList<>();
  private long count;

  void add(String what, String expected, String found) {
    count++;
    if (kept.size() < MAX_KEPT) {
      kept.add(new Difference(what, expected, found));
    }
  }

  void expectEqual(String what, long expected, long found) {
    if (expected != found) {
      add(what, Long.toString(expected), Long.toString(found));
    }
  }

  boolean none() {
    return count == 0;
  }

  List<Difference> list() {
    if (count == kept.size()) {
      return kept;
    }
    List<Difference> all = new ArrayList<>(kept);
    all.add(new Difference("more differences", "0", Long.toString(count - kept.size())));
    return all;
  }
}
