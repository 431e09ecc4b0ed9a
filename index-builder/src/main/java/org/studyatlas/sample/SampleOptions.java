package org.studyatlas.sample;

import java.time.LocalDate;

/**
 * What a synthetic registry shall be like.
 *
 * @param studies number of different studies, 1 to 20,000,000
 * @param seed another seed gives other studies
 * @param dataDate the day the registry is of: {@code versionHolder} of every study; no record is
 *     changed after it. 2005 to 2107, the years that a zip can date
 * @param duplicates how many of the studies shall come twice in the output, 0 to half of them
 * @param threads number of threads that write, 1 or more; without influence on the output
 * @param compression deflate level of a zip, 1 (fast) to 9 (small)
 */
public record SampleOptions(
    int studies, long seed, LocalDate dataDate, int duplicates, int threads, int compression) {

  /** The day of the registry unless said otherwise. */
  public static final LocalDate USUAL_DATE = LocalDate.of(2026, 8, 14);

  private static final int MOST_STUDIES = 20_000_000;

  /** What programs that write zips use unless told otherwise. */
  private static final int USUAL_COMPRESSION = 6;

  private static final int FIRST_YEAR = 2005;
  private static final int LAST_YEAR = 2107;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is violated; the message names the option
   */
  public SampleOptions {
    check(studies >= 1 && studies <= MOST_STUDIES, "studies must be 1 to 20000000", studies);
    check(
        dataDate.getYear() >= FIRST_YEAR && dataDate.getYear() <= LAST_YEAR,
        "data date must be 2005-01-01 to 2107-12-31",
        dataDate);
    check(
        duplicates >= 0 && duplicates <= studies / 2,
        "duplicates must be 0 to half of the studies",
        duplicates);
    check(threads >= 1, "threads must be 1 or more", threads);
    check(compression >= 1 && compression <= 9, "compression must be 1 to 9", compression);
  }

  private static void check(boolean valid, String rule, Object value) {
    if (!valid) {
      throw new IllegalArgumentException(rule + ", got " + value);
    }
  }

  /** That many studies of that seed, otherwise as usual, with a thread per processor. */
  public static SampleOptions of(int studies, long seed) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new SampleOptions(studies, seed, USUAL_DATE, 0, threads, USUAL_COMPRESSION);
  }

  /** The same with another day. */
  public SampleOptions withDataDate(LocalDate date) {
    return new SampleOptions(studies, seed, date, duplicates, threads, compression);
  }

  /** The same with that number of studies that come twice. */
  public SampleOptions withDuplicates(int count) {
    return new SampleOptions(studies, seed, dataDate, count, threads, compression);
  }

  /** The same with that number of threads. */
  public SampleOptions withThreads(int count) {
    return new SampleOptions(studies, seed, dataDate, duplicates, count, compression);
  }

  /** The same with that deflate level. */
  public SampleOptions withCompression(int level) {
    return new SampleOptions(studies, seed, dataDate, duplicates, threads, level);
  }
}
