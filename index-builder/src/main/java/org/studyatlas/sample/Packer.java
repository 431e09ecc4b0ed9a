package org.studyatlas.sample;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses entries of a zip, one after the other. */
final class Packer implements AutoCloseable {

  private static final int FEWEST_BYTES = 512;

  private final Deflater deflater;

  /** Compresses at that deflate level, 1 to 9. */
  Packer(int level) {
    deflater = new Deflater(level, true);
  }

  /** Compresses an entry. */
  PackedEntry pack(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return new PackedEntry(name, deflate(content), content.length, (int) crc.getValue());
  }

  private byte[] deflate(byte[] content) {
    deflater.reset();
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[Math.max(FEWEST_BYTES, content.length / 3)];
    int length = 0;
    while (!deflater.finished()) {
      if (length == packed.length) {
        packed = Arrays.copyOf(packed, 2 * packed.length);
      }
      length += deflater.deflate(packed, length, packed.length - length);
    }
    return Arrays.copyOf(packed, length);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
