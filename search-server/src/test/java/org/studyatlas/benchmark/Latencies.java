package org.studyatlas.benchmark;

import java.util.Arrays;

/** Times of requests. */
final class Latencies {

  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  /** Takes times in nanoseconds, at least one. */
  Latencies(long[] nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** The time in milliseconds that this share of the requests stayed below. */
  double percentile(double share) {
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)] / NANOS_PER_MILLI;
  }

  int count() {
    return sorted.length;
  }
}
