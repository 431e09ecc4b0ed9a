package org.studyatlas.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.studyatlas.study.NctId;

/**
 * How large the studies' records are, in bytes of JSON.
 *
 * @param averageBytes rounded to the nearest byte; 0 without studies
 * @param largest at most {@value #LARGEST}, largest first, then by NCT id
 * @param percentiles percent → the least size that so many percent of the studies do not exceed
 * @param ranges counts of studies whose sizes lie between two powers of two, from 0 upwards
 * @param studies all
 */
record StudySizes(
    long averageBytes,
    List<Study> largest,
    Map<Integer, Integer> percentiles,
    List<Range> ranges,
    int studies) {

  private static final int LARGEST = 10;
  private static final int KILOBYTE = 1 << 10;
  private static final int MEGABYTE = 1 << 20;

  /** The percentiles that are told. */
  private static final List<Integer> PERCENTS =
      IntStream.concat(IntStream.iterate(5, p -> p <= 95, p -> p + 5), IntStream.of(99))
          .boxed()
          .toList();

  /** Size of a study. */
  record Study(NctId id, int bytes) {}

  /**
   * Number of studies in a range of sizes.
   *
   * @param name e.g. {@code 8 KB - 16 KB}: the lower bound belongs to it, the upper one does not
   * @param studies in it
   */
  record Range(String name, int studies) {}

  StudySizes {
    largest = List.copyOf(largest);
    percentiles = Collections.unmodifiableMap(new LinkedHashMap<>(percentiles));
    ranges = List.copyOf(ranges);
  }

  static StudySizes of(RecordLedger records) {
    int[] sizes =
        IntStream.range(0, records.size())
            .filter(records::counts)
            .map(record -> records.pointer(record).length())
            .sorted()
            .toArray();
    return new StudySizes(
        average(sizes), largest(records, sizes), percentiles(sizes), ranges(sizes), sizes.length);
  }

  private static long average(int[] sizes) {
    return Math.round(IntStream.of(sizes).asLongStream().average().orElse(0));
  }

  private static List<Study> largest(RecordLedger records, int[] sizes) {
    int least = sizes.length <= LARGEST ? 0 : sizes[sizes.length - LARGEST];
    return IntStream.range(0, records.size())
        .filter(record -> records.counts(record) && records.pointer(record).length() >= least)
        .mapToObj(
            record ->
                new Study(new NctId(records.nctNumber(record)), records.pointer(record).length()))
        .sorted(Comparator.comparingInt(Study::bytes).reversed().thenComparing(Study::id))
        .limit(LARGEST)
        .toList();
  }

  private static Map<Integer, Integer> percentiles(int[] sizes) {
    Map<Integer, Integer> percentiles = new LinkedHashMap<>();
    if (sizes.length > 0) {
      for (int percent : PERCENTS) {
        long rank = Math.ceilDiv((long) sizes.length * percent, 100);
        percentiles.put(percent, sizes[(int) rank - 1]);
      }
    }
    return percentiles;
  }

  private static List<Range> ranges(int[] sizes) {
    List<Range> ranges = new ArrayList<>();
    int counted = 0;
    for (long low = 0; counted < sizes.length; low = Math.max(KILOBYTE, 2 * low)) {
      long high = Math.max(KILOBYTE, 2 * low);
      int next = counted;
      while (next < sizes.length && sizes[next] < high) {
        next++;
      }
      ranges.add(new Range(text(low) + " - " + text(high), next - counted));
      counted = next;
    }
    return ranges;
  }

  private static String text(long bytes) {
    return bytes < MEGABYTE ? bytes / KILOBYTE + " KB" : bytes / MEGABYTE + " MB";
  }
}
