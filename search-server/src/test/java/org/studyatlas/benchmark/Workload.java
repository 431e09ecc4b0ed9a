package org.studyatlas.benchmark;

import java.util.List;

/**
 * Requests of one kind, all different.
 *
 * @param name what is asked
 * @param targetMedian milliseconds that half of them should stay below; 0 for no target
 * @param targetWorst milliseconds that 99 of 100 should stay below; 0 for no target
 * @param targets paths with their queries
 */
record Workload(String name, double targetMedian, double targetWorst, List<String> targets) {

  Workload {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("workload '" + name + "' has no requests");
    }
  }
}
