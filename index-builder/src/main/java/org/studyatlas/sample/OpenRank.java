package org.studyatlas.sample;

import java.util.stream.IntStream;

/**
 * Ranks without an end, rank r with a weight of about r^-(1 + decay): the more is drawn, the more
 * different ranks turn up (Heaps' law).
 *
 * <p>Within an octave (2^k to 2^(k+1) - 1) all ranks are equally likely, so that drawing needs no
 * powers.
 */
final class OpenRank {

  private static final int OCTAVES = 40;

  private final Weighted<Integer> octaves;

  /**
   * Ranks with the given decay.
   *
   * @param decay above 0; the smaller, the longer the tail
   * @param first the first octave; the higher, the more ranks are about equally likely
   */
  OpenRank(double decay, int first) {
    octaves =
        Weighted.of(
            IntStream.range(first, OCTAVES).boxed().toList(),
            octave -> StrictMath.pow(2, -decay * octave));
  }

  /** Draws a rank of 1 or more. */
  long draw(Dice dice) {
    int octave = octaves.draw(dice);
    return (1L << octave) | (dice.bits() >>> 1) >>> (63 - octave);
  }
}
