package org.studyatlas.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a zip's central directory with one window of 256 KiB, however many entries there
 * are. For one thread at a time.
 */
final class DirectoryCursor {

  /** More than the longest possible entry, which has 46 + 3 · 65,535 bytes. */
  private static final int WINDOW = 256 << 10;

  private final FileChannel file;
  private final ZipEnd end;
  private final String name;
  private final ByteBuffer window =
      ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private long windowEnd;
  private long found;

  DirectoryCursor(FileChannel file, ZipEnd end, String name) {
    this.file = file;
    this.end = end;
    this.name = name;
    this.windowEnd = end.directoryStart();
  }

  /**
   * The next entry, or null after the last one.
   *
   * @throws SourceException if the directory is damaged
   */
  @Nullable DirectoryEntry next() throws IOException {
    if (position() == end.directoryEnd()) {
      requireAllFound();
      return null;
    }
    if (!has(DirectoryEntry.FIXED_LENGTH)
        || window.getInt(window.position()) != DirectoryEntry.SIGNATURE
        || !has(DirectoryEntry.length(window))) {
      throw new SourceException(
          name + ": is a damaged zip, its directory is broken at byte " + position() + again());
    }
    DirectoryEntry entry = DirectoryEntry.read(window);
    window.position(window.position() + DirectoryEntry.length(window));
    found++;
    return entry;
  }

  /** Offset of the next entry in the file. */
  private long position() {
    return windowEnd - window.remaining();
  }

  /** Sees to it that so many bytes are in the window, if the directory has them. */
  private boolean has(int length) throws IOException {
    if (window.remaining() < length && windowEnd < end.directoryEnd()) {
      window.compact();
      long wanted = Math.min(window.remaining(), end.directoryEnd() - windowEnd);
      window.limit(window.position() + (int) wanted);
      ZipBytes.readFully(file, windowEnd, window);
      window.flip();
      windowEnd += wanted;
    }
    return window.remaining() >= length;
  }

  private void requireAllFound() throws SourceException {
    if (!end.agreesWith(found)) {
      throw new SourceException(
          name
              + ": is a damaged zip, its directory has "
              + found
              + " entries where its end says "
              + end.entries()
              + again());
    }
  }

  private static String again() {
    return "; fetch it again";
  }
}
