package org.studyatlas.source;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A zip with a study in each entry: the registry's download, in both of its layouts.
 *
 * <p>Not {@code java.util.zip.ZipFile}, because the entries' compressed bytes are wanted as they
 * are, and because it holds the whole directory in memory. Threads take turns at the directory and
 * read and inflate side by side.
 */
final class ZipSource implements StudySource {

  private final FileChannel file;
  private final Label label;
  private final ZipEntryReader reader;
  private final DirectoryCursor cursor;
  private final SourceInfo info;
  private final Checksum checksum;
  private final AtomicLong numbers;
  private final AtomicLong bytesRead = new AtomicLong();
  private final ReadWriteLock closing = new ReentrantReadWriteLock();
  private volatile boolean ended;
  private volatile @Nullable SourceException failure;

  private ZipSource(
      FileChannel file, Path path, Label label, SourceLimits limits, AtomicLong numbers)
      throws IOException {
    this.file = file;
    this.label = label;
    this.numbers = numbers;
    this.checksum = Checksum.ofFile(path, label.full());
    ZipEnd end = ZipEnd.find(file, label.full());
    this.reader = new ZipEntryReader(file, end, limits, label.brief());
    ZipSurvey survey = ZipSurvey.of(file, end, reader, label);
    this.cursor = new DirectoryCursor(file, end, label.full());
    this.info =
        new SourceInfo(
            List.of(label.full()),
            OptionalLong.of(file.size()),
            OptionalLong.of(survey.jsonBytes()),
            OptionalLong.of(survey.studies()),
            survey.newest(),
            survey.ignored());
  }

  /**
   * Opens a zip and surveys its directory.
   *
   * @param numbers where records take their sequence numbers
   */
  static ZipSource open(Path path, Label label, SourceLimits limits, AtomicLong numbers)
      throws IOException {
    FileChannel file = FileChannel.open(path);
    try {
      return new ZipSource(file, path, label, limits, numbers);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    closing.readLock().lock();
    try {
      Numbered next = advance();
      if (next == null) {
        return null;
      }
      SourceRecord result = reader.read(next.entry, next.sequence);
      bytesRead.addAndGet(Math.max(0, next.entry.compressedSize()));
      return result;
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      SourceException known = SourceException.of(label.full(), e);
      failure = known;
      throw known;
    } finally {
      closing.readLock().unlock();
    }
  }

  /** The cheap part of {@link #next()}, one thread at a time. */
  private @Nullable Numbered advance() throws IOException {
    synchronized (cursor) {
      SourceException known = failure;
      if (known != null) {
        throw known.again();
      }
      if (ended) {
        return null;
      }
      if (!file.isOpen()) {
        throw new ClosedChannelException();
      }
      DirectoryEntry entry = cursor.next();
      while (entry != null && !entry.isStudy()) {
        entry = cursor.next();
      }
      ended = entry == null;
      return entry == null ? null : new Numbered(entry, numbers.getAndIncrement());
    }
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public Ignored ignored() {
    return info.ignored();
  }

  @Override
  public long bytesRead() {
    long total = info.totalBytes().orElseThrow();
    return ended ? total : Math.min(total, bytesRead.get());
  }

  @Override
  public String sha256() throws IOException {
    return checksum.get();
  }

  /** Waits for the threads that are reading, so that no record which was taken is lost. */
  @Override
  public void close() throws IOException {
    closing.writeLock().lock();
    try {
      file.close();
    } finally {
      closing.writeLock().unlock();
    }
  }

  private record Numbered(DirectoryEntry entry, long sequence) {}
}
