package org.studyatlas.schema;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads studies' JSON from a generation's record store. Safe for use by many threads.
 *
 * <p>{@link #gzip} costs one read and no inflating; {@link #json} inflates and checks length and
 * CRC, so that a damaged store is noticed and never served.
 *
 * <p>The file is mapped, not read through a channel: a channel is closed for everybody when one
 * reading thread is interrupted, as a server does with the thread of a client that has gone.
 */
public final class RecordStore implements Closeable {

  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int GZIP_TRAILER_BYTES = 8;

  private final Path file;
  private final MMapDirectory directory;
  private final IndexInput input;

  /** Opens the file for reading. */
  public RecordStore(Path file) throws IOException {
    this.file = file;
    directory = new MMapDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    try {
      input = directory.openInput(String.valueOf(file.getFileName()), IOContext.DEFAULT);
    } catch (Throwable e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  /**
   * The JSON, byte for byte as the source held it.
   *
   * @throws IOException if the bytes cannot be read or fail their check
   */
  public byte[] json(RecordPointer pointer) throws IOException {
    byte[] json = inflate(deflated(pointer), pointer);
    CRC32 crc = new CRC32();
    crc.update(json);
    if ((int) crc.getValue() != pointer.crc32()) {
      throw damaged(pointer, "CRC differs", null);
    }
    return json;
  }

  /** The JSON as one gzip member, made of the stored deflate bytes as they are. */
  public byte[] gzip(RecordPointer pointer) throws IOException {
    byte[] deflated = deflated(pointer);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(GZIP_HEADER.length + deflated.length + GZIP_TRAILER_BYTES);
    out.write(GZIP_HEADER, 0, GZIP_HEADER.length);
    out.write(deflated, 0, deflated.length);
    ByteBuffer trailer = ByteBuffer.allocate(GZIP_TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putInt(pointer.crc32()).putInt(pointer.length());
    out.write(trailer.array(), 0, GZIP_TRAILER_BYTES);
    return out.toByteArray();
  }

  /** The stored raw deflate bytes. */
  public byte[] deflated(RecordPointer pointer) throws IOException {
    byte[] deflated = new byte[pointer.deflatedLength()];
    IndexInput reading = input.clone();
    try {
      reading.seek(pointer.offset());
      reading.readBytes(deflated, 0, deflated.length);
    } catch (EOFException e) {
      throw damaged(pointer, "it ends before", e);
    }
    return deflated;
  }

  private byte[] inflate(byte[] deflated, RecordPointer pointer) throws IOException {
    byte[] json = new byte[pointer.length()];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      int length = 0;
      while (length < json.length && !inflater.finished()) {
        int count = inflater.inflate(json, length, json.length - length);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        length += count;
      }
      if (length != json.length) {
        throw damaged(pointer, "length differs", null);
      }
      return json;
    } catch (DataFormatException e) {
      throw damaged(pointer, "deflate data is broken", e);
    } finally {
      inflater.end();
    }
  }

  private IOException damaged(RecordPointer pointer, String what, @Nullable Throwable cause) {
    return new IOException(
        "record store %s is damaged at byte %d (%s)".formatted(file, pointer.offset(), what),
        cause);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(input, directory);
  }
}
