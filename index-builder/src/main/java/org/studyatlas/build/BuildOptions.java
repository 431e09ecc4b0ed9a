package org.studyatlas.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to build, from what, and how.
 *
 * @param sources as on the command line: files, folders, or {@code -} for standard input
 * @param indexDir the index directory, absolute; created if it does not exist
 * @param threads that read, map and index, 1 to {@value #MAX_THREADS}
 * @param strict whether the first rejected record ends the build
 * @param rejectedLimit how many records may be rejected
 * @param keep how many generations to keep besides the one in service, 0 to {@value #MAX_KEEP}
 * @param dataTimestamp when the data was taken, UTC, of the years 1 to 9999; null: the newest day
 *     in the records
 * @param ramBufferMb RAM that Lucene fills before it writes a segment, {@value #MIN_RAM_BUFFER_MB}
 *     to {@value #MAX_RAM_BUFFER_MB} MB; 0: chosen by the size of the heap
 */
public record BuildOptions(
    List<String> sources,
    Path indexDir,
    int threads,
    boolean strict,
    RejectedLimit rejectedLimit,
    int keep,
    @Nullable LocalDateTime dataTimestamp,
    int ramBufferMb) {

  /** Most threads of a build. */
  public static final int MAX_THREADS = 256;

  /** Most old generations to keep. */
  public static final int MAX_KEEP = 1000;

  /** Least RAM buffer, in MB. */
  public static final int MIN_RAM_BUFFER_MB = 16;

  /** Most RAM buffer, in MB. */
  public static final int MAX_RAM_BUFFER_MB = 16_384;

  /** Old generations that are kept unless told otherwise: one to roll back to. */
  public static final int STANDARD_KEEP = 1;

  /** Checks the ranges, copies the list and makes the path absolute. */
  public BuildOptions {
    sources = List.copyOf(sources);
    indexDir = indexDir.toAbsolutePath().normalize();
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("expected a source, got none");
    }
    requireRange("threads", threads, 1, MAX_THREADS);
    requireRange("keep", keep, 0, MAX_KEEP);
    if (ramBufferMb != 0) {
      requireRange("ram buffer", ramBufferMb, MIN_RAM_BUFFER_MB, MAX_RAM_BUFFER_MB);
    }
    if (dataTimestamp != null) {
      requireTimestamp(dataTimestamp);
    }
  }

  /**
   * Checks that a generation can be named after that day.
   *
   * @throws IllegalArgumentException if its year has not one to four digits
   */
  public static void requireTimestamp(LocalDateTime dataTimestamp) {
    if (!isNameable(dataTimestamp.toLocalDate())) {
      throw new IllegalArgumentException(
          "data timestamp must be of the years 1 to 9999, got " + dataTimestamp);
    }
  }

  static boolean isNameable(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }

  /** The standard options: all processors, {@link RejectedLimit#STANDARD}, one old generation. */
  public static BuildOptions of(List<String> sources, Path indexDir) {
    return new BuildOptions(
        sources,
        indexDir,
        Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS),
        false,
        RejectedLimit.STANDARD,
        STANDARD_KEEP,
        null,
        0);
  }

  private static void requireRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, got %d".formatted(name, min, max, value));
    }
  }
}
