package org.studyatlas.search;

import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/**
 * Ends one search that takes too long. Lucene looks at the clock every few hundred documents that
 * it scores or counts, so an expression that matches everything in many ways ends in time. Loops of
 * our own, which Lucene does not see, call {@link #requireTime(IndexSearcher)}.
 */
final class SearchClock implements QueryTimeout {

  private final IndexSearcher searcher;
  private final Duration limit;
  private final long startNanos = System.nanoTime();

  private SearchClock(IndexReader reader, Duration limit) {
    this.limit = limit;
    this.searcher = new IndexSearcher(reader);
  }

  /** Begins a search of that index, which may take that long. */
  static SearchClock start(IndexReader reader, Duration limit) {
    SearchClock clock = new SearchClock(reader, limit);
    clock.searcher.setTimeout(clock);
    return clock;
  }

  /** Searches until the time is over, then ends with what it has. */
  IndexSearcher searcher() {
    return searcher;
  }

  @Override
  public boolean shouldExit() {
    return System.nanoTime() - startNanos >= limit.toNanos();
  }

  /** Refuses what was found by a search that was ended. */
  void requireTime() {
    if (searcher.timedOut()) {
      throw new SlowSearchException(limit);
    }
  }

  /** Ends what is done with a clock's searcher, if its time is over; others have time. */
  static void requireTime(IndexSearcher searcher) {
    if (searcher.getTimeout() instanceof SearchClock clock && clock.shouldExit()) {
      throw new SlowSearchException(clock.limit);
    }
  }
}
