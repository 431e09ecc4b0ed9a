package org.studyatlas.search;

import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
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

  private SearchClock(IndexSearcher searcher, Duration limit) {
    this.limit = limit;
    this.searcher = searcher;
  }

  /** Begins a search of that index, which may take that long. */
  static SearchClock start(IndexReader reader, Duration limit) {
    return start(new IndexSearcher(reader), limit);
  }

  /** The same with {@link SearchThreads}, for one that is worth the change of threads. */
  static SearchClock startWithHelp(IndexReader reader, Duration limit) {
    return start(new HelpedSearcher(reader), limit);
  }

  private static SearchClock start(IndexSearcher searcher, Duration limit) {
    SearchClock clock = new SearchClock(searcher, limit);
    searcher.setTimeout(clock);
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

  /** Searches each segment as a task of its own. */
  private static final class HelpedSearcher extends IndexSearcher {
    HelpedSearcher(IndexReader reader) {
      super(reader, SearchThreads.helpers());
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> segments) {
      return slices(segments, 1, 1, false);
    }
  }
}
