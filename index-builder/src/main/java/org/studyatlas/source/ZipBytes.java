package org.studyatlas.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Reads parts of a zip: at a position, so from any thread, and in the byte order of the format. */
final class ZipBytes {

  private ZipBytes() {}

  /**
   * Reads exactly this many bytes.
   *
   * @throws EOFException if the file has become shorter than it was
   */
  static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    readFully(file, position, bytes);
    return bytes.flip();
  }

  /** Fills the rest of the buffer. */
  static void readFully(FileChannel file, long position, ByteBuffer bytes) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      int count = file.read(bytes, at);
      if (count < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      at += count;
    }
  }
}
