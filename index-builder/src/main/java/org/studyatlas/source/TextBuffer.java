package org.studyatlas.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A window over a stream that keeps what lies behind a mark. It grows with what is kept up to the
 * limit; beyond it, the kept bytes are given up and only their loss is remembered.
 */
final class TextBuffer {

  private final InputStream in;
  private final int chunk;
  private final int maxKept;
  private byte[] bytes;
  private int position;
  private int limit;
  private int mark = -1;
  private long start;

  TextBuffer(InputStream in, SourceLimits limits) {
    this.in = in;
    this.chunk = limits.bufferBytes();
    this.maxKept = limits.maxRecordBytes();
    this.bytes = new byte[chunk];
  }

  /** The bytes themselves, of which those from position to limit are still to be read. */
  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  void position(int value) {
    position = value;
  }

  int limit() {
    return limit;
  }

  /** Offset of the position in the stream. */
  long offset() {
    return start + position;
  }

  /** Reads on when all was read; false at the end of the stream. */
  boolean fill() throws IOException {
    if (mark >= 0 && limit - mark > maxKept) {
      mark = -1;
    }
    int from = mark >= 0 ? mark : limit;
    int kept = limit - from;
    makeRoom(from, kept);
    start += from;
    position = kept;
    limit = kept;
    mark = mark >= 0 ? 0 : -1;
    int count = in.read(bytes, limit, bytes.length - limit);
    limit += Math.max(0, count);
    return count > 0;
  }

  /** At most half of the buffer is kept, so that reading stays in large pieces. */
  private void makeRoom(int from, int kept) {
    long wanted = Math.max(bytes.length, Math.min(2L * kept, (long) maxKept + chunk));
    byte[] target = wanted > bytes.length ? new byte[(int) wanted] : bytes;
    System.arraycopy(bytes, from, target, 0, kept);
    bytes = target;
  }

  /** The next byte as a number from 0 to 255 without taking it, or -1 at the end. */
  int peek() throws IOException {
    return position < limit || fill() ? bytes[position] & 0xFF : -1;
  }

  void skipByte() {
    position++;
  }

  /** Keeps everything from the position on. */
  void mark() {
    mark = position;
  }

  /** Stops keeping. */
  void release() {
    mark = -1;
  }

  /**
   * A copy of what was kept, without its last bytes, and an end to keeping; or null if it had more
   * bytes than the limit.
   */
  byte @Nullable [] take(int withoutLast) {
    int from = mark;
    release();
    int to = position - withoutLast;
    return from < 0 || to - from > maxKept ? null : Arrays.copyOfRange(bytes, from, to);
  }
}
