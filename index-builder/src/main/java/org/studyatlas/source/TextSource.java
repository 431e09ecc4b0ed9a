package org.studyatlas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * JSON text from a file or a stream, plain or in gzip. Threads take turns, since where a record
 * begins is known only when the one before has ended.
 */
final class TextSource implements StudySource {

  private final Origin origin;
  private final SourceLimits limits;
  private final AtomicLong numbers;
  private final AtomicLong bytesRead = new AtomicLong();
  private volatile @Nullable InputStream open;
  private volatile boolean closed;
  private @Nullable RecordSplitter splitter;
  private @Nullable Piece ahead;
  private boolean ended;
  private boolean handedOut;
  private @Nullable SourceException failure;

  /**
   * Creates a source that is opened when the first record is asked for.
   *
   * @param numbers where records take their sequence numbers
   */
  TextSource(Origin origin, SourceLimits limits, AtomicLong numbers) {
    this.origin = origin;
    this.limits = limits;
    this.numbers = numbers;
  }

  /**
   * Where the text comes from.
   *
   * @param opening opens the bytes
   * @param standsForOneStudy whether all that can be wrong counts as one bad record
   * @param digesting if not null, the checksum is its result
   * @param keepOpen whether the stream belongs to somebody else
   */
  record Origin(
      Label label,
      Opening opening,
      SourceInfo info,
      Checksum checksum,
      boolean standsForOneStudy,
      RawInput.@Nullable Digesting digesting,
      boolean keepOpen) {}

  /** Opens the bytes of an input. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * Reads the first record ahead.
   *
   * @return whether there is one
   * @throws SourceException if there is none because the source is damaged
   */
  synchronized boolean findsRecord() throws IOException {
    ahead = nextPiece();
    return ahead != null;
  }

  @Override
  public synchronized @Nullable SourceRecord next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      Piece piece = ahead != null ? ahead : nextPiece();
      ahead = null;
      if (piece == null) {
        requireStudy();
        return null;
      }
      handedOut = true;
      return record(piece);
    } catch (SourceException e) {
      if (!origin.standsForOneStudy()) {
        throw e;
      }
      ended = true;
      return new FailedRecord(
          origin.label().brief(),
          numbers.getAndIncrement(),
          RecordFault.BAD_FILE,
          String.valueOf(e.getMessage()));
    }
  }

  /** An empty list in a file that is named after its study is not nothing, but a bad record. */
  private void requireStudy() throws SourceException {
    if (origin.standsForOneStudy() && !handedOut) {
      throw new SourceException(origin.label().full() + ": holds no study; fetch it again");
    }
  }

  private SourceRecord record(Piece piece) {
    long number = numbers.getAndIncrement();
    String location = origin.label().brief() + piece.place();
    byte[] json = piece.json();
    return json != null
        ? new PlainRecord(location, number, json)
        : new FailedRecord(
            location,
            number,
            RecordFault.TOO_LARGE,
            "has more than " + limits.maxRecordBytes() + " bytes, which is the limit");
  }

  private @Nullable Piece nextPiece() throws IOException {
    if (failure != null) {
      throw failure.again();
    }
    if (closed) {
      throw new ClosedChannelException();
    }
    try {
      RecordSplitter current = splitter == null ? openText() : splitter;
      splitter = current;
      Piece piece = current.next();
      ended = piece == null;
      return piece;
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      failure = SourceException.of(origin.label().full(), e);
      abandonDigest();
      throw failure;
    }
  }

  private RecordSplitter openText() throws IOException {
    InputStream stream = origin.opening().open();
    open = stream;
    if (closed) {
      close(); // it did not see the stream
      throw new ClosedChannelException();
    }
    String name = origin.label().full();
    InputStream raw = new RawInput(stream, bytesRead, origin.digesting());
    return new RecordSplitter(Unpacking.text(raw, name), name, limits);
  }

  @Override
  public SourceInfo info() {
    return origin.info();
  }

  @Override
  public Ignored ignored() {
    return origin.info().ignored();
  }

  @Override
  public long bytesRead() {
    return bytesRead.get();
  }

  @Override
  public String sha256() throws IOException {
    return origin.checksum().get();
  }

  /** Does not wait for a thread that waits for input. */
  @Override
  public void close() throws IOException {
    closed = true;
    abandonDigest();
    InputStream stream = open;
    if (stream != null && !origin.keepOpen()) {
      stream.close();
    }
  }

  private void abandonDigest() {
    RawInput.Digesting digesting = origin.digesting();
    if (digesting != null) {
      digesting.abandon();
    }
  }
}
