package org.studyatlas.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.studyatlas.postings.WordBuffer;
import org.studyatlas.schema.IndexFiles;

/**
 * The index of the studies that one thread adds, of segments of their own: their words are kept by
 * a {@link WordBuffer}, which belongs to one thread and to the segment that it writes next.
 */
final class IndexPart implements Closeable {

  /** Lucene's own limit; it lets one thread fill the whole buffer before a segment is written. */
  private static final int RAM_PER_THREAD_LIMIT_MB = 2047;

  private static final int MB = 1 << 20;

  private final Path folder;
  private final double ramBufferMb;
  private final WordBuffer words = new WordBuffer();
  private final Directory directory;
  private final IndexWriter lucene;

  /**
   * Starts an empty index.
   *
   * @param folder of its files
   * @param ramBufferMb that it fills before it writes a segment
   * @param merges runs its merges
   */
  IndexPart(Path folder, double ramBufferMb, ConcurrentMergeScheduler merges) throws IOException {
    this.folder = folder;
    this.ramBufferMb = ramBufferMb;
    directory = IndexFiles.open(folder);
    lucene = new IndexWriter(directory, settings(merges));
  }

  private IndexWriterConfig settings(ConcurrentMergeScheduler merges) {
    IndexWriterConfig config = words.newConfig();
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(ramBufferMb);
    config.setRAMPerThreadHardLimitMB(RAM_PER_THREAD_LIMIT_MB);
    config.setUseCompoundFile(false);
    config.setMaxFullFlushMergeWaitMillis(0);
    config.setMergeScheduler(merges);
    return config;
  }

  Path folder() {
    return folder;
  }

  /** Adds a study; by the one thread that it belongs to. */
  void add(List<Document> block) throws IOException {
    write(
        () -> {
          lucene.addDocuments(block);
          if (words.isFull() || words.ramBytesUsed() + lucene.ramBytesUsed() > ramBufferMb * MB) {
            lucene.flush();
          }
        });
  }

  /**
   * Deletes a study that any part may hold; by any thread, since Lucene writes no segment for it.
   */
  void delete(Term id) throws IOException {
    write(() -> lucene.deleteDocuments(id));
  }

  /**
   * Writes what is buffered; by the thread that it belongs to, when there is nothing left to add,
   * so that the buffers are written beside each other and not by {@link #finish()}.
   */
  void flushLast() throws IOException {
    write(lucene::flush);
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /** Throws what closed the writer, rather than that it is closed. */
  private void write(Step step) throws IOException {
    try {
      step.run();
    } catch (AlreadyClosedException e) {
      StopSignal.rethrow(lucene.getTragicException());
      throw e;
    }
  }

  /** Commits, once all threads have ended. */
  void finish() throws IOException {
    lucene.close();
    StopSignal.rethrow(lucene.getTragicException());
    directory.close();
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      lucene.rollback();
    }
  }
}
