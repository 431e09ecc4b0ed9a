package org.studyatlas.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.misc.store.HardlinkCopyDirectoryWrapper;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexFiles;

/** The indexes that the threads of a build write, one each, and the one that is made of them. */
final class IndexParts implements Closeable {

  /** Segments of a finished index, at most: of the whole registry, each is merged once. */
  private static final int MOST_SEGMENTS = 4;

  private final Generation generation;
  private final StopSignal stop;
  private final List<IndexPart> parts = new ArrayList<>();

  /**
   * Starts empty indexes.
   *
   * @param generation that they are written in
   * @param number of them, one for each thread
   * @param ramBufferMb that all fill together
   * @param stop told when a merge fails
   */
  IndexParts(Generation generation, int number, int ramBufferMb, StopSignal stop)
      throws IOException {
    this.generation = generation;
    this.stop = stop;
    int mergeThreads = mergeThreads() / number;
    for (int i = 0; i < number; i++) {
      Path folder = generation.path().resolve("part-" + i);
      double partMb = (double) ramBufferMb / number;
      parts.add(new IndexPart(folder, partMb, mergeScheduler(mergeThreads)));
    }
  }

  /** Merges run beside the threads of the build, so on half of the processors. */
  private static int mergeThreads() {
    return Runtime.getRuntime().availableProcessors() / 2;
  }

  private ConcurrentMergeScheduler mergeScheduler(int mostThreads) {
    ConcurrentMergeScheduler scheduler =
        new ConcurrentMergeScheduler() {
          @Override
          protected void handleMergeException(Throwable failure) {
            stop.fail(failure);
          }
        };
    int threads = Math.max(1, mostThreads);
    scheduler.setMaxMergesAndThreads(threads + 5, threads);
    scheduler.disableAutoIOThrottle();
    return scheduler;
  }

  /** The parts, one for each thread. */
  List<IndexPart> list() {
    return Collections.unmodifiableList(parts);
  }

  /** Deletes a study, whichever part it is in; by any thread. */
  void delete(Term id) throws IOException {
    for (IndexPart part : parts) {
      part.delete(id);
    }
  }

  /** Makes one index of them, merged and committed, once all threads have ended. */
  void finish() throws IOException {
    for (IndexPart part : parts) {
      part.finish();
    }
    join();
    for (IndexPart part : parts) {
      FileTree.delete(part.folder());
    }
    parts.clear(); // with their buffers
    merge();
  }

  /**
   * Segments are taken as they are, by links to their files where the disk has such. By a writer of
   * its own: links need one plain directory, which merges would read without mapping anything.
   */
  private void join() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    try (Directory whole =
            new HardlinkCopyDirectoryWrapper(
                new NIOFSDirectory(generation.lucene(), NoLockFactory.INSTANCE));
        IndexWriter lucene = new IndexWriter(whole, config)) {
      for (IndexPart part : parts) {
        try (Directory from = new NIOFSDirectory(part.folder(), NoLockFactory.INSTANCE)) {
          lucene.addIndexes(from);
        }
      }
    }
  }

  /**
   * Replaced records are merged away: a deleted document still counts in the statistics of its
   * words, so that scores would tell in which order two records of a study came. Then the segments
   * that were written last are merged with each other, as the earlier ones were: each is searched
   * by itself.
   */
  private void merge() throws IOException {
    ConcurrentMergeScheduler merges = mergeScheduler(mergeThreads());
    IndexWriterConfig config = new IndexWriterConfig();
    config.setOpenMode(IndexWriterConfig.OpenMode.APPEND);
    config.setUseCompoundFile(false);
    config.setMaxFullFlushMergeWaitMillis(0);
    config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    config.setMergeScheduler(merges);
    try (Directory directory = IndexFiles.open(generation.lucene())) {
      IndexWriter lucene = new IndexWriter(directory, config);
      try {
        merge(lucene, merges);
        lucene.close();
      } finally {
        if (lucene.isOpen()) {
          lucene.rollback();
        }
      }
    }
  }

  private static void merge(IndexWriter lucene, ConcurrentMergeScheduler merges)
      throws IOException {
    while (lucene.hasDeletions()) {
      merges.sync(); // a segment in a running merge is passed over by the next line
      lucene.forceMergeDeletes(true);
      StopSignal.rethrow(lucene.getTragicException());
    }
    lucene.forceMerge(MOST_SEGMENTS, true);
    lucene.commit();
    StopSignal.rethrow(lucene.getTragicException());
  }

  /** Gives up what has not been finished. */
  @Override
  public void close() throws IOException {
    IOUtils.close(parts);
  }
}
