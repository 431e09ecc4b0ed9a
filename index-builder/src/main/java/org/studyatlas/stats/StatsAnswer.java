package org.studyatlas.stats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.store.IndexInput;

/**
 * An answer of the statistics, minified JSON in UTF-8, not yet read from disk. To be written before
 * its {@link StatsFile} is closed.
 */
public final class StatsAnswer {

  private static final int BUFFER_BYTES = 1 << 16;

  /** A part of the file. */
  record Slice(long offset, long length) {}

  private final IndexInput input;
  private final String before;
  private final List<Slice> slices;
  private final String after;

  private StatsAnswer(IndexInput input, String before, List<Slice> slices, String after) {
    this.input = input;
    this.before = before;
    this.slices = List.copyOf(slices);
    this.after = after;
  }

  static StatsAnswer object(IndexInput input, Slice slice) {
    return new StatsAnswer(input, "", List.of(slice), "");
  }

  static StatsAnswer array(IndexInput input, List<Slice> slices) {
    return new StatsAnswer(input, "[", slices, "]");
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
    IndexInput reading = input.clone();
    byte[] buffer = new byte[BUFFER_BYTES];
    out.write(before.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < slices.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      copy(slices.get(i), reading, buffer, out);
    }
    out.write(after.getBytes(StandardCharsets.US_ASCII));
  }

  private static void copy(Slice slice, IndexInput reading, byte[] buffer, OutputStream out)
      throws IOException {
    reading.seek(slice.offset());
    long left = slice.length();
    while (left > 0) {
      int length = (int) Math.min(left, buffer.length);
      reading.readBytes(buffer, 0, length);
      out.write(buffer, 0, length);
      left -= length;
    }
  }
}
