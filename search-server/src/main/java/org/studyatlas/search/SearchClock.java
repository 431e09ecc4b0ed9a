package org.studyatlas.search;

import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * Ends one search that takes too long. Lucene looks at the clock every few hundred documents that
 * it scores or counts, so an expression that matches everything in many ways ends in time.
 */
final class SearchClock {

  private final IndexSearcher searcher;
  private final Duration limit;
  private final long startNanos = System.nanoTime();

  private SearchClock(IndexReader reader, Duration limit) {
    this.limit = limit;
    this.searcher = new IndexSearcher(reader);
    searcher.setTimeout(() -> !hasTime());
  }

  /** Begins a search of that index, which may take that long. */
  static SearchClock start(IndexReader reader, Duration limit) {
    return new SearchClock(reader, limit);
  }

  /** Searches until the time is over, then ends with what it has. */
  IndexSearcher searcher() {
    return searcher;
  }

  private boolean hasTime() {
    return System.nanoTime() - startNanos < limit.toNanos();
  }

  /** Refuses what was found by a search that was ended. */
  void requireTime() {
    if (searcher.timedOut()) {
      throw new SlowSearchException(limit);
    }
  }
}
