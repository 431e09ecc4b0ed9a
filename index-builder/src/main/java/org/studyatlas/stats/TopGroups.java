package org.studyatlas.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first groups in an order, and all that are equal to the last of them: which of those
 * come first only their texts can tell. Used by one thread.
 */
final class TopGroups {

  private final Comparator<TextGroup> order;
  private final int limit;
  private List<TextGroup> groups = new ArrayList<>();
  private @Nullable TextGroup last;
  private int pruneAt;

  TopGroups(Comparator<TextGroup> order, int limit) {
    this.order = order;
    this.limit = limit;
    pruneAt = 4 * limit;
  }

  void offer(TextGroup group) {
    if (last != null && order.compare(last, group) < 0) {
      return;
    }
    groups.add(group);
    if (groups.size() >= pruneAt) {
      prune();
      pruneAt = Math.max(4 * limit, 2 * groups.size());
    }
  }

  private void prune() {
    groups.sort(order);
    int end = Math.min(limit, groups.size());
    while (end < groups.size() && order.compare(groups.get(end - 1), groups.get(end)) == 0) {
      end++;
    }
    groups = new ArrayList<>(groups.subList(0, end));
    if (end >= limit) {
      last = groups.getLast();
    }
  }

  /** The kept groups, in order. */
  List<TextGroup> get() {
    prune();
    return groups;
  }
}
