package org.studyatlas.build;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.names.NameIndexWriter;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexFiles;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;
import org.studyatlas.schema.RecordStoreWriter;
import org.studyatlas.schema.WordAnalyzer;
import org.studyatlas.source.Deflated;
import org.studyatlas.stats.StatsCollector;

/**
 * Writes the Lucene index, the record store, the statistics and the index of names of a generation.
 * Safe for use by many threads.
 */
final class GenerationWriter implements Closeable {

  /** Lucene's own limit; lets one thread fill the whole buffer before a segment is written. */
  private static final int RAM_PER_THREAD_LIMIT_MB = 2047;

  /** Segments of a finished index, at most: of the whole registry, each is merged once. */
  private static final int MOST_SEGMENTS = 4;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Generation generation;
  private final Directory directory;
  private final ConcurrentMergeScheduler merges;
  private final IndexWriter lucene;
  private final RecordStoreWriter records;
  private final StatsCollector stats;
  private @Nullable BackgroundTask<Long> statsTask;

  GenerationWriter(Generation generation, int ramBufferMb, StopSignal stop) throws IOException {
    this.generation = generation;
    directory = IndexFiles.open(generation.lucene());
    merges = mergeScheduler(stop);
    lucene = new IndexWriter(directory, settings(ramBufferMb, merges));
    records = new RecordStoreWriter(generation.records());
    stats = new StatsCollector(generation.path());
  }

  private static IndexWriterConfig settings(int ramBufferMb, ConcurrentMergeScheduler merges) {
    IndexWriterConfig config = new IndexWriterConfig(new WordAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(ramBufferMb);
    config.setRAMPerThreadHardLimitMB(RAM_PER_THREAD_LIMIT_MB);
    config.setUseCompoundFile(false);
    config.setMaxFullFlushMergeWaitMillis(0);
    config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    config.setMergeScheduler(merges);
    return config;
  }

  private static ConcurrentMergeScheduler mergeScheduler(StopSignal stop) {
    ConcurrentMergeScheduler scheduler =
        new ConcurrentMergeScheduler() {
          @Override
          protected void handleMergeException(Throwable failure) {
            stop.fail(failure);
          }
        };
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    scheduler.setMaxMergesAndThreads(threads + 5, threads);
    scheduler.disableAutoIOThrottle();
    return scheduler;
  }

  /**
   * Adds a study. Records of one study must be added one after the other.
   *
   * @param study its block; the place of the record is added to it
   * @param record its JSON
   * @param replacing whether an older record of it is in the index
   */
  void add(MappedStudy study, Deflated record, boolean replacing) throws IOException {
    RecordPointer pointer = records.append(record.bytes(), record.size(), record.crc32());
    BlockFields.addRecord(study.study(), pointer);
    try {
      if (replacing) {
        lucene.updateDocuments(BlockFields.idTerm(study.id()), study.block());
      } else {
        lucene.addDocuments(study.block());
      }
    } catch (AlreadyClosedException e) {
      StopSignal.rethrow(lucene.getTragicException());
      throw e;
    }
    stats.add(study, pointer);
  }

  /**
   * Writes one of the buffers that threads have filled. Called by each of them when there is
   * nothing left to add, so that the buffers are written beside each other and not one after the
   * other by {@link #finish()}.
   */
  void flushBuffer() throws IOException {
    lucene.flushNextBuffer();
  }

  /**
   * Merges what is to be merged, commits, and syncs both to disk, then writes the index of names;
   * beside that, computes the statistics.
   *
   * @return milliseconds that the statistics took
   */
  long finish() throws IOException {
    records.sync();
    records.close();
    statsTask = BackgroundTask.start("statistics", this::writeStats);
    merge();
    lucene.close();
    StopSignal.rethrow(lucene.getTragicException());
    directory.close();
    NameIndexWriter.write(generation);
    return statsTask.await();
  }

  /**
   * Replaced records are merged away: a deleted document still counts in the statistics of its
   * words, so that scores would tell in which order two records of a study came. Then the buffers
   * that were written last are merged with each other, as the earlier ones were: each segment is
   * searched by itself.
   */
  private void merge() throws IOException {
    while (lucene.hasDeletions()) {
      merges.sync(); // a segment in a running merge is passed over by the next line
      lucene.forceMergeDeletes(true);
      StopSignal.rethrow(lucene.getTragicException());
    }
    lucene.forceMerge(MOST_SEGMENTS, true);
  }

  private long writeStats() throws IOException {
    long start = System.nanoTime();
    try (RecordStore store = RecordStore.unmapped(generation.records())) {
      stats.write(store, generation.stats());
    }
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  /** Gives up what has not been finished. */
  @Override
  public void close() throws IOException {
    if (statsTask != null) {
      statsTask.stop();
    }
    try (directory;
        records;
        stats) {
      lucene.rollback();
    }
  }
}
