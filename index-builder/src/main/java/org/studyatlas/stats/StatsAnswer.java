package org.studyatlas.stats;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer of the statistics, minified JSON in UTF-8, not yet read from disk. */
public final class StatsAnswer {

  private static final int BUFFER_BYTES = 1 << 16;

  /** A part of the file. */
  record Slice(long offset, long length) {}

  private final FileChannel channel;
  private final String before;
  private final List<Slice> slices;
  private final String after;

  private StatsAnswer(FileChannel channel, String before, List<Slice> slices, String after) {
    this.channel = channel;
    this.before = before;
    this.slices = List.copyOf(slices);
    this.after = after;
  }

  static StatsAnswer object(FileChannel channel, Slice slice) {
    return new StatsAnswer(channel, "", List.of(slice), "");
  }

  static StatsAnswer array(FileChannel channel, List<Slice> slices) {
    return new StatsAnswer(channel, "[", slices, "]");
  }

  /** Its length in bytes. */
  public long length() {
    long commas = Math.max(0, slices.size() - 1);
    long parts = slices.stream().mapToLong(Slice::length).sum();
    return before.length() + parts + commas + after.length();
  }

  /**
   * Copies it from the file, in small pieces.
   *
   * @throws IOException if the file cannot be read, or the stream not be written
   */
  public void writeTo(OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    out.write(before.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < slices.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      copy(slices.get(i), buffer, out);
    }
    out.write(after.getBytes(StandardCharsets.US_ASCII));
  }

  private void copy(Slice slice, ByteBuffer buffer, OutputStream out) throws IOException {
    long end = slice.offset() + slice.length();
    for (long position = slice.offset(); position < end; position += buffer.limit()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new EOFException("statistics file ends before byte " + end);
        }
      }
      out.write(buffer.array(), 0, buffer.limit());
    }
  }
}
