package org.studyatlas.build;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.studyatlas.build.BuildReport.Example;
import org.studyatlas.build.BuildReport.ProblemCount;

/**
 * Counts problems by their code and keeps the first ones of each, first in the source: the same
 * ones for any number of threads.
 */
final class ProblemTally {

  private static final int MAX_EXAMPLES = 10;

  /**
   * Where a problem stands in the source.
   *
   * @param sequence of the record
   * @param index of the problem in the record
   */
  record Place(long sequence, int index) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::sequence).thenComparingInt(Place::index);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Entry {
    private final TreeMap<Place, Example> examples = new TreeMap<>();
    private long count;

    synchronized void add(Place place, Supplier<Example> example) {
      count++;
      if (examples.size() == MAX_EXAMPLES) {
        if (place.compareTo(examples.lastKey()) > 0) {
          return;
        }
        examples.pollLastEntry();
      }
      examples.put(place, example.get());
    }

    synchronized ProblemCount toCount(String code) {
      return new ProblemCount(code, count, List.copyOf(examples.values()));
    }
  }

  private final Map<String, Entry> byCode = new ConcurrentHashMap<>();

  void add(String code, Place place, Supplier<Example> example) {
    byCode.computeIfAbsent(code, c -> new Entry()).add(place, example);
  }

  /** The counts, most frequent first. */
  List<ProblemCount> counts() {
    return byCode.entrySet().stream()
        .map(e -> e.getValue().toCount(e.getKey()))
        .sorted(
            Comparator.comparingLong(ProblemCount::count)
                .reversed()
                .thenComparing(ProblemCount::code))
        .toList();
  }
}
