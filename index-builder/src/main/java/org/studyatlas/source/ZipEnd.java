package org.studyatlas.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a zip says about its directory (PKWARE APPNOTE 4.3.14 to 4.3.16).
 *
 * @param directoryStart offset of the central directory, which is also the end of the entries
 * @param directoryEnd offset behind it
 * @param entries how many it lists, modulo 65,536 unless zip64
 * @param zip64 whether a ZIP64 end record was used
 */
record ZipEnd(long directoryStart, long directoryEnd, long entries, boolean zip64) {

  private static final int LENGTH = 22;
  private static final int LOCATOR_LENGTH = 20;
  private static final int ZIP64_LENGTH = 56;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int SIGNATURE = 0x06054b50;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int ZIP64_SIGNATURE = 0x06064b50;

  /**
   * Finds the end record, which may be followed by a comment.
   *
   * @throws SourceException if there is none, as in a zip that was cut short
   */
  static ZipEnd find(FileChannel file, String name) throws IOException {
    long size = file.size();
    int window = (int) Math.min(size, LOCATOR_LENGTH + LENGTH + MAX_COMMENT);
    ByteBuffer tail = ZipBytes.read(file, size - window, window);
    boolean seen = false;
    for (int at = window - LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == SIGNATURE && at + LENGTH + unsignedShort(tail, at + 20) <= window) {
        seen = true;
        ZipEnd end = read(file, tail, at, size - window);
        if (end != null && end.startsDirectory(file)) {
          return end;
        }
      }
    }
    throw new SourceException(
        seen
            ? name + ": is a damaged zip, its end points to no directory; fetch it again"
            : name
                + ": is a zip that was cut short, its end is missing after "
                + size
                + " bytes; fetch it again, or the rest of it with 'curl -C -'");
  }

  /** The end record at this place of the tail, or null if it contradicts the file. */
  private static @Nullable ZipEnd read(FileChannel file, ByteBuffer tail, int at, long tailStart)
      throws IOException {
    long entries = unsignedShort(tail, at + 10);
    long length = unsignedInt(tail, at + 12);
    long start = unsignedInt(tail, at + 16);
    boolean overflow = entries == 0xFFFF || length == 0xFFFFFFFFL || start == 0xFFFFFFFFL;
    if (overflow && at >= LOCATOR_LENGTH && tail.getInt(at - LOCATOR_LENGTH) == LOCATOR_SIGNATURE) {
      return readZip64(file, tail.getLong(at - LOCATOR_LENGTH + 8), tailStart + at);
    }
    return of(start, length, entries, false, tailStart + at);
  }

  private static @Nullable ZipEnd readZip64(FileChannel file, long at, long limit)
      throws IOException {
    if (at < 0 || at > limit - ZIP64_LENGTH) {
      return null;
    }
    ByteBuffer end = ZipBytes.read(file, at, ZIP64_LENGTH);
    return end.getInt(0) == ZIP64_SIGNATURE
        ? of(end.getLong(48), end.getLong(40), end.getLong(32), true, at)
        : null;
  }

  private static @Nullable ZipEnd of(
      long start, long length, long entries, boolean zip64, long limit) {
    boolean inside = start >= 0 && length >= 0 && start <= limit && length <= limit - start;
    return inside ? new ZipEnd(start, start + length, entries, zip64) : null;
  }

  private boolean startsDirectory(FileChannel file) throws IOException {
    if (directoryStart == directoryEnd) {
      return entries == 0;
    }
    return directoryEnd - directoryStart >= DirectoryEntry.FIXED_LENGTH
        && ZipBytes.read(file, directoryStart, 4).getInt(0) == DirectoryEntry.SIGNATURE;
  }

  /** Whether the directory that was read has as many entries as the end says. */
  boolean agreesWith(long found) {
    return zip64 ? found == entries : (found & 0xFFFF) == entries;
  }

  private static int unsignedShort(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private static long unsignedInt(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xFFFFFFFFL;
  }
}
