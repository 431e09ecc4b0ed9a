package org.studyatlas.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Values that are drawn with given weights, by the alias method: one random number per draw
 * whatever their number.
 *
 * @param <T> type of the values
 */
final class Weighted<T> {

  private static final int SCALE_BITS = 31;

  private final List<T> values;

  /** Out of 2^31: how often a slot yields its own value rather than its alias. */
  private final int[] own;

  private final int[] alias;

  private Weighted(List<T> values, double[] weights) {
    this.values = List.copyOf(values);
    this.own = new int[weights.length];
    this.alias = new int[weights.length];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "the weights of " + values + " must add up to more than 0");
    }
    fill(weights, sum);
  }

  /** Values with the weights that the function gives, 0 or more. */
  static <T> Weighted<T> of(List<T> values, ToDoubleFunction<T> weight) {
    return new Weighted<>(values, values.stream().mapToDouble(weight).toArray());
  }

  /** Values of which the one at rank r, from 0, has the weight (r + shift)^-exponent. */
  static <T> Weighted<T> zipf(List<T> values, double exponent, double shift) {
    double[] weights = new double[values.size()];
    for (int rank = 0; rank < weights.length; rank++) {
      weights[rank] = StrictMath.pow(rank + shift, -exponent);
    }
    return new Weighted<>(values, weights);
  }

  private void fill(double[] weights, double sum) {
    int n = weights.length;
    double[] left = new double[n];
    Deque<Integer> small = new ArrayDeque<>();
    Deque<Integer> large = new ArrayDeque<>();
    for (int i = 0; i < n; i++) {
      left[i] = weights[i] / sum * n;
      alias[i] = i;
      (left[i] < 1 ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int poor = small.remove();
      int rich = large.remove();
      own[poor] = (int) (left[poor] * (1L << SCALE_BITS));
      alias[poor] = rich;
      left[rich] -= 1 - left[poor];
      (left[rich] < 1 ? small : large).add(rich);
    }
    // What remains is full up to rounding; its alias is itself.
  }

  /** Draws a value. */
  T draw(Dice dice) {
    return values.get(drawIndex(dice));
  }

  /** Draws the position of a value. */
  int drawIndex(Dice dice) {
    long bits = dice.bits();
    int slot = (int) (((bits >>> 32) * own.length) >>> 32);
    return (bits & 0x7FFF_FFFFL) < own[slot] ? slot : alias[slot];
  }

  /** The values, in the order given. */
  List<T> values() {
    return values;
  }

  /** Draws up to {@code count} different values; fewer where luck or supply runs out. */
  List<T> drawSeveral(Dice dice, int count) {
    List<T> drawn = new ArrayList<>(count);
    for (int attempt = 0; drawn.size() < count && attempt < 3 * count; attempt++) {
      T value = draw(dice);
      if (!drawn.contains(value)) {
        drawn.add(value);
      }
    }
    return drawn;
  }
}
