package org.studyatlas.source;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sources that are read one after another, each opened when the one before has ended: the files of
 * a folder, or several arguments.
 */
final class RelaySource implements StudySource {

  private final SourceInfo info;
  private final Supply supply;
  private final Checksum checksum;
  private final AtomicLong numbers;
  private final boolean mustHoldRecord;
  private @Nullable StudySource current;
  private @Nullable SourceException failure;
  private boolean ended;
  private boolean closed;
  private long bytesBefore;
  private Ignored ignored;

  /**
   * Creates a source that has opened nothing yet.
   *
   * @param supply what to read
   * @param ignored what is not read besides that of the supplied sources
   * @param numbers where the supplied sources take their sequence numbers
   * @param mustHoldRecord whether it is an error if there is no record in any of them
   */
  RelaySource(
      SourceInfo info,
      Supply supply,
      Ignored ignored,
      Checksum checksum,
      AtomicLong numbers,
      boolean mustHoldRecord) {
    this.info = info;
    this.supply = supply;
    this.ignored = ignored;
    this.checksum = checksum;
    this.numbers = numbers;
    this.mustHoldRecord = mustHoldRecord;
  }

  /** Opens one source after another. */
  interface Supply {
    /** The next source, or null after the last one. */
    @Nullable StudySource next() throws IOException;

    /** Closes what was opened and not supplied yet. */
    void close() throws IOException;
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    for (StudySource source = current(); source != null; source = current()) {
      SourceRecord next = source.next();
      if (next != null) {
        return next;
      }
      finish(source);
    }
    return null;
  }

  private synchronized @Nullable StudySource current() throws IOException {
    if (failure != null) {
      throw failure.again();
    }
    if (current == null && !ended) {
      if (closed) {
        throw new ClosedChannelException();
      }
      current = open();
      ended = current == null;
    }
    return current;
  }

  private @Nullable StudySource open() throws IOException {
    try {
      StudySource next = supply.next();
      if (next == null && mustHoldRecord && numbers.get() == 0) {
        throw new SourceException(
            String.join(", ", info.names()) + ": holds no study; check what was fetched");
      }
      return next;
    } catch (IOException e) {
      failure = SourceException.of(String.join(", ", info.names()), e);
      throw failure;
    }
  }

  /** Closes a source that has ended; the first thread that notices does it. */
  private synchronized void finish(StudySource source) throws IOException {
    if (source == current) {
      bytesBefore += source.bytesRead();
      ignored = ignored.and(source.ignored());
      current = null;
      source.close();
    }
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public synchronized Ignored ignored() {
    return ignored;
  }

  @Override
  public synchronized long bytesRead() {
    return bytesBefore + (current == null ? 0 : current.bytesRead());
  }

  @Override
  public String sha256() throws IOException {
    return checksum.get();
  }

  @Override
  public void close() throws IOException {
    StudySource open;
    synchronized (this) {
      closed = true;
      open = current;
    }
    if (open != null) {
      open.close(); // not under the lock, which a thread that opens the next input may hold
    }
    supply.close();
  }
}
