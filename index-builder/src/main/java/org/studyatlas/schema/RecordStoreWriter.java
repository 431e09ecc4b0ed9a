package org.studyatlas.schema;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends studies' deflated JSON to a generation's record store.
 *
 * <p>The bytes are raw deflate data; those of the registry's zip are kept as they are, which costs
 * no CPU. Safe for use by several threads: a short lock hands out offsets, the bytes are written
 * outside of it.
 */
public final class RecordStoreWriter implements Closeable {

  private final FileChannel channel;
  private long end;

  /**
   * Creates the file.
   *
   * @throws IOException if it exists or cannot be created
   */
  public RecordStoreWriter(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Appends one record.
   *
   * @param deflated raw deflate data
   * @param length bytes of the JSON
   * @param crc32 CRC-32 of the JSON
   * @return where it lies
   */
  public RecordPointer append(byte[] deflated, int length, int crc32) throws IOException {
    long offset = reserve(deflated.length);
    ByteBuffer buffer = ByteBuffer.wrap(deflated);
    long position = offset;
    while (buffer.hasRemaining()) {
      position += channel.write(buffer, position);
    }
    return new RecordPointer(offset, deflated.length, length, crc32);
  }

  private synchronized long reserve(int length) {
    long offset = end;
    end += length;
    return offset;
  }

  /** Bytes appended so far. */
  public synchronized long size() {
    return end;
  }

  /** Forces everything to disk. */
  public void sync() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
