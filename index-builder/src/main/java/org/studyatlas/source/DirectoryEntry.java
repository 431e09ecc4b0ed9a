package org.studyatlas.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One entry of a zip's central directory (PKWARE APPNOTE 4.3.12). The numbers are as the archive
 * states them and may be wrong; a size that should be in a ZIP64 field and is not is -1.
 *
 * @param rawName the name's bytes, for comparing
 * @param dosTime date in the upper and time in the lower half
 */
record DirectoryEntry(
    byte[] rawName,
    int flags,
    int method,
    int dosTime,
    int crc32,
    long compressedSize,
    long size,
    long headerOffset) {

  static final int SIGNATURE = 0x02014b50;
  static final int FIXED_LENGTH = 46;

  private static final int ZIP64_FIELD = 1;
  private static final long IN_ZIP64_FIELD = 0xFFFFFFFFL;

  /** Length of the entry at the buffer's position, of which the fixed part must be there. */
  static int length(ByteBuffer bytes) {
    int at = bytes.position();
    return FIXED_LENGTH
        + unsignedShort(bytes, at + 28)
        + unsignedShort(bytes, at + 30)
        + unsignedShort(bytes, at + 32);
  }

  /** Reads the entry at the buffer's position, which must be there as a whole. */
  static DirectoryEntry read(ByteBuffer bytes) {
    int at = bytes.position();
    byte[] name = new byte[unsignedShort(bytes, at + 28)];
    bytes.get(at + FIXED_LENGTH, name);
    ByteBuffer zip64 = zip64Field(bytes, at + FIXED_LENGTH + name.length);
    long size = value(bytes, at + 24, zip64);
    long compressedSize = value(bytes, at + 20, zip64);
    long headerOffset = value(bytes, at + 42, zip64);
    return new DirectoryEntry(
        name,
        unsignedShort(bytes, at + 8),
        unsignedShort(bytes, at + 10),
        bytes.getInt(at + 12),
        bytes.getInt(at + 16),
        compressedSize,
        size,
        headerOffset);
  }

  /** The content of the ZIP64 field, empty if there is none. */
  private static ByteBuffer zip64Field(ByteBuffer bytes, int start) {
    int end = start + unsignedShort(bytes, bytes.position() + 30);
    for (int at = start; at + 4 <= end; at += 4 + unsignedShort(bytes, at + 2)) {
      int length = Math.min(unsignedShort(bytes, at + 2), end - at - 4);
      if (unsignedShort(bytes, at) == ZIP64_FIELD) {
        return bytes.slice(at + 4, length).order(bytes.order());
      }
    }
    return ByteBuffer.allocate(0);
  }

  /** A 32-bit value, or the next value of the ZIP64 field where it stands for that. */
  private static long value(ByteBuffer bytes, int at, ByteBuffer zip64) {
    long value = bytes.getInt(at) & 0xFFFFFFFFL;
    if (value != IN_ZIP64_FIELD) {
      return value;
    }
    return zip64.remaining() < Long.BYTES ? -1 : Math.max(-1, zip64.getLong());
  }

  /** The name for people. It is never used as a path, so undecodable bytes do not matter. */
  String name() {
    return Printable.of(new String(rawName, StandardCharsets.UTF_8));
  }

  /** Whether this looks like a study: a {@code .json} file, and not one of the Finder's shadows. */
  boolean isStudy() {
    String name = new String(rawName, StandardCharsets.ISO_8859_1);
    int file = name.lastIndexOf('/') + 1;
    return name.regionMatches(true, name.length() - 5, ".json", 0, 5)
        && name.charAt(file) != '.'
        && !name.startsWith("__MACOSX/");
  }

  boolean isFolder() {
    return rawName.length > 0 && rawName[rawName.length - 1] == '/';
  }

  boolean isEncrypted() {
    return (flags & 1) != 0;
  }

  /** Its time read as UTC, or empty if it is none. */
  Optional<Instant> modified() {
    int date = dosTime >>> 16;
    try {
      return Optional.of(
          LocalDateTime.of(
                  1980 + (date >>> 9),
                  date >>> 5 & 0xF,
                  date & 0x1F,
                  dosTime >>> 11 & 0x1F,
                  dosTime >>> 5 & 0x3F,
                  (dosTime & 0x1F) * 2)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty(); // zero or out of range: the writer did not know
    }
  }

  /** Compares by time; an entry without a valid one is never newer. */
  boolean isNewerThan(DirectoryEntry other) {
    return Integer.compareUnsigned(dosTime, other.dosTime) > 0 && modified().isPresent();
  }

  private static int unsignedShort(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }
}
