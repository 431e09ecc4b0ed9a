package org.studyatlas.search;

import static java.util.Comparator.reverseOrder;

import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Keeps the first sites behind a place, however many are visited. */
final class FirstSites implements SiteScan.Visitor {

  private final int size;
  private final @Nullable SitePlace after;
  private final PriorityQueue<SitePlace> first = new PriorityQueue<>(reverseOrder());

  /**
   * Keeps so many.
   *
   * @param after the last one of the page before, or null
   */
  FirstSites(int size, @Nullable SitePlace after) {
    this.size = size;
    this.after = after;
  }

  @Override
  public void visit(long key, int doc) {
    if (after != null && SitePlace.compare(key, doc, after.key(), after.doc()) <= 0) {
      return;
    }
    SitePlace last = first.size() < size ? null : first.peek();
    boolean kept = last == null || SitePlace.compare(key, doc, last.key(), last.doc()) < 0;
    if (kept && size > 0) {
      if (last != null) {
        first.poll();
      }
      first.add(new SitePlace(key, doc));
    }
  }

  /** The sites in order. */
  List<SitePlace> places() {
    return first.stream().sorted().toList();
  }
}
