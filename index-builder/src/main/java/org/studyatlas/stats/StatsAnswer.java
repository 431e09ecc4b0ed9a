package org.studyatlas.stats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
    for (int part = 0; part < parts(); part++) {
      writePart(part, out);
    }
  }

  /** Number of parts in which it can be written: one for each field; at least 1. */
  public int parts() {
    return Math.max(1, slices.size());
  }

  /**
   * Copies a part of it; all of them in turn are the answer.
   *
   * @param part 0 to {@link #parts()} - 1
   * @throws IOException if the file cannot be read, or the stream not be written
   */
  public void writePart(int part, OutputStream out) throws IOException {
    Objects.checkIndex(part, parts());
    print(part == 0 ? before : ",", out);
    if (!slices.isEmpty()) {
      copy(slices.get(part), input.clone(), out);
    }
    if (part == parts() - 1) {
      print(after, out);
    }
  }

  private static void print(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void copy(Slice slice, IndexInput reading, OutputStream out) throws IOException {
    byte[] buffer = new byte[(int) Math.min(slice.length(), BUFFER_BYTES)];
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
