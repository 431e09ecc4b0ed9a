package org.studyatlas.build;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.names.NameIndexWriter;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;
import org.studyatlas.schema.RecordStoreWriter;
import org.studyatlas.source.Deflated;
import org.studyatlas.stats.StatsCollector;

/**
 * Writes the Lucene index, the record store, the statistics and the index of names of a generation.
 * Safe for use by many threads, each with a part of its own.
 */
final class GenerationWriter implements Closeable {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Generation generation;
  private final IndexParts index;
  private final RecordStoreWriter records;
  private final StatsCollector stats;
  private @Nullable BackgroundTask<Long> statsTask;

  GenerationWriter(Generation generation, int threads, int ramBufferMb, StopSignal stop)
      throws IOException {
    this.generation = generation;
    index = new IndexParts(generation, threads, ramBufferMb, stop);
    records = new RecordStoreWriter(generation.records());
    stats = new StatsCollector(generation.path());
  }

  /** The parts of the Lucene index; each is written by one thread. */
  List<IndexPart> parts() {
    return index.list();
  }

  /**
   * Adds a study. Records of one study must be added one after the other.
   *
   * @param part of the calling thread
   * @param study its block; the place of the record is added to it
   * @param record its JSON
   * @param replacing whether an older record of it is in a part
   */
  void add(IndexPart part, MappedStudy study, Deflated record, boolean replacing)
      throws IOException {
    RecordPointer pointer = records.append(record.bytes(), record.size(), record.crc32());
    BlockFields.addRecord(study.study(), pointer);
    if (replacing) {
      index.delete(BlockFields.idTerm(study.id()));
    }
    part.add(study.block());
    stats.add(study, pointer);
  }

  /** Size of the record store, when all studies are added. */
  long recordsBytes() {
    return records.size();
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
    index.finish();
    NameIndexWriter.write(generation);
    return statsTask.await();
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
    try (records;
        stats) {
      index.close();
    }
  }
}
