package org.studyatlas.sample;

import java.math.BigInteger;
import java.util.Optional;
import org.studyatlas.study.NctId;

/**
 * The NCT ids of a registry: different for every position, in no order, as in the bulk download,
 * and the higher the later the study was registered.
 */
final class StudyIds {

  private static final int LOWEST = 102;
  private static final int USUAL_HIGHEST = 7_750_000;

  private final int studies;
  private final long seed;
  private final long factor;
  private final long shift;
  private final int span;

  /** The ids of that many studies. */
  StudyIds(int studies, long seed) {
    this.studies = studies;
    this.seed = seed;
    Dice dice = Dice.of(seed, -1);
    this.factor = coprime(dice.below(studies) + studies / 3L, studies);
    this.shift = dice.below(studies);
    this.span = Math.max(1, (USUAL_HIGHEST - LOWEST) / studies);
  }

  private static long coprime(long start, int studies) {
    long factor = Math.max(1, start);
    while (!BigInteger.valueOf(factor).gcd(BigInteger.valueOf(studies)).equals(BigInteger.ONE)) {
      factor++;
    }
    return factor;
  }

  /** Place of the study at that position in the order of registration, from 0. */
  int rank(int position) {
    return (int) ((position * factor + shift) % studies);
  }

  /** The id of the study at that position. */
  NctId at(int position) {
    return id(rank(position), 0);
  }

  /** An id near that of the study at that position which no study has; none in a dense registry. */
  Optional<NctId> findUnused(int position) {
    return span == 1 ? Optional.empty() : Optional.of(id(rank(position), 1));
  }

  private NctId id(int rank, int offset) {
    int jitter = Dice.of(seed, -2L - rank).below(span);
    return new NctId(LOWEST + rank * span + (jitter + offset) % span);
  }
}
