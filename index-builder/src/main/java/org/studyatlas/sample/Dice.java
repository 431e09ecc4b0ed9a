package org.studyatlas.sample;

/**
 * A stream of random draws: SplitMix64 in whole numbers, so that every machine draws the same.
 *
 * <p>Not safe for use by several threads; each study has its own.
 */
final class Dice {

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The stream of that number; streams of one seed do not resemble each other. */
  static Dice of(long seed, long stream) {
    return new Dice(mix(mix(seed) + stream * STEP));
  }

  /** Scatters a number over all 64 bits. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The next 64 random bits. */
  long bits() {
    state += STEP;
    return mix(state);
  }

  /** A number from 0 to {@code bound} - 1; {@code bound} must be positive. */
  int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  /** A number from {@code low} to {@code high}, both possible. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** A number from 0 to below 1. */
  double unit() {
    return (bits() >>> 11) * 0x1p-53;
  }

  /** True in the given share of draws, 0 to 1. */
  boolean chance(double share) {
    return unit() < share;
  }
}
