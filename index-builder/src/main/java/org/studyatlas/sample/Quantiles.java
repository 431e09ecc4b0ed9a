package org.studyatlas.sample;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A distribution of whole numbers of 0 or more, known by some of its quantiles, e.g. median 466 and
 * 99th percentile 3393. Between two known ones it is interpolated on a logarithmic scale.
 */
final class Quantiles {

  private static final int STEPS = 1024;

  /** Values at the quantiles 0, 1/1024 … 1. */
  private final int[] table = new int[STEPS + 1];

  /**
   * The distribution through these points.
   *
   * @param points share (0 to 1) → value; 0 and 1 must be among them
   */
  Quantiles(Map<Double, Integer> points) {
    NavigableMap<Double, Integer> sorted = new TreeMap<>(points);
    if (!sorted.containsKey(0.0) || !sorted.containsKey(1.0)) {
      throw new IllegalArgumentException("quantiles 0 and 1 must be given, got " + points);
    }
    for (int i = 0; i <= STEPS; i++) {
      table[i] = interpolate(sorted, (double) i / STEPS);
    }
  }

  private static int interpolate(NavigableMap<Double, Integer> points, double share) {
    Map.Entry<Double, Integer> low = points.floorEntry(share);
    Map.Entry<Double, Integer> high = points.higherEntry(share);
    if (high == null) {
      return low.getValue();
    }
    double part = (share - low.getKey()) / (high.getKey() - low.getKey());
    double from = StrictMath.log1p(low.getValue());
    double to = StrictMath.log1p(high.getValue());
    return (int) StrictMath.round(StrictMath.expm1(from + part * (to - from)));
  }

  /** Draws a value. */
  int draw(Dice dice) {
    long bits = dice.bits();
    int step = (int) (bits >>> 54);
    int low = table[step];
    long span = table[step + 1] - low;
    return low + (int) (((bits & 0xFFFF_FFFFL) * (span + 1)) >>> 32);
  }
}
