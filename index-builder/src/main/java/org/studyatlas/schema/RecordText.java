package org.studyatlas.schema;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A study's JSON that is inflated only as far as it is read: what a list of hits shows of a record
 * stands in its first tenth. For one thread; to be closed.
 *
 * <p>Only a record that is read to its end is checked by its CRC; {@code verify} checks them all.
 */
public final class RecordText implements Closeable {

  /** Inflated at once; most lists of hits need no more. */
  private static final int STEP = 2048;

  private final byte[] json;
  private final @Nullable Integer crc32;
  private final Supplier<String> where;
  private @Nullable Inflater inflater;
  private int length;

  private RecordText(byte[] json, @Nullable Integer crc32, Supplier<String> where) {
    this.json = json;
    this.crc32 = crc32;
    this.where = where;
  }

  /** A text that is in memory already. */
  public static RecordText of(byte[] json) {
    RecordText text = new RecordText(json, null, () -> "memory");
    text.length = json.length;
    return text;
  }

  /**
   * A text that is still deflated.
   *
   * @param deflated raw deflate data
   * @param where begins the message if it is damaged: the file, and the place in it
   */
  public static RecordText deflated(
      byte[] deflated, RecordPointer pointer, Supplier<String> where) {
    RecordText text = new RecordText(new byte[pointer.length()], pointer.crc32(), where);
    text.inflater = new Inflater(true);
    text.inflater.setInput(deflated);
    return text;
  }

  /** Whether all of it is in {@link #bytes}. */
  public boolean isComplete() {
    return length == json.length;
  }

  /** The JSON, as far as it has been read; zeros behind that. Not to be changed. */
  public byte[] bytes() {
    return json;
  }

  /**
   * The whole JSON, checked.
   *
   * @throws IOException if the data are damaged
   */
  public byte[] all() throws IOException {
    while (!isComplete()) {
      inflate(json.length - length);
    }
    return json;
  }

  /** The JSON from its beginning; what is read from here is in {@link #bytes} too. */
  public InputStream stream() {
    return new InputStream() {
      private int position;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] to, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, to.length);
        if (position == json.length) {
          return -1;
        }
        if (position == length) {
          inflate(STEP);
        }
        int n = Math.min(count, length - position);
        System.arraycopy(json, position, to, offset, n);
        position += n;
        return n;
      }
    };
  }

  private void inflate(int atMost) throws IOException {
    if (inflater == null) {
      throw damaged("closed before it was read", null);
    }
    try {
      int count = inflater.inflate(json, length, Math.min(atMost, json.length - length));
      if (count == 0) {
        throw damaged("length differs", null);
      }
      length += count;
    } catch (DataFormatException e) {
      throw damaged("deflate data is broken", e);
    }
    if (isComplete()) {
      close();
      check();
    }
  }

  private void check() throws IOException {
    CRC32 crc = new CRC32();
    crc.update(json);
    if (crc32 != null && (int) crc.getValue() != crc32) {
      throw damaged("CRC differs", null);
    }
  }

  private IOException damaged(String what, @Nullable Throwable cause) {
    return new IOException("record store %s (%s)".formatted(where.get(), what), cause);
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.end();
      inflater = null;
    }
  }
}
