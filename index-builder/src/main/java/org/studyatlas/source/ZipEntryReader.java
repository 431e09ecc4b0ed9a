package org.studyatlas.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Reads the data of single zip entries, with one read each as a rule. Nothing that the directory
 * says is believed before it was checked against the file and the limits. For many threads.
 */
final class ZipEntryReader {

  private static final int SIGNATURE = 0x04034b50;
  private static final int FIXED_LENGTH = 30;

  /** Room for the extra fields of a local header, whose length the directory does not tell. */
  private static final int USUAL_EXTRA = 32;

  /** No deflate stream yields more than this for a byte (a 258-byte match takes two bits). */
  private static final long MAX_RATIO = 1032;

  private final FileChannel file;
  private final long dataEnd;
  private final int maxRecordBytes;
  private final String archive;

  ZipEntryReader(FileChannel file, ZipEnd end, SourceLimits limits, String archive) {
    this.file = file;
    this.dataEnd = end.directoryStart();
    this.maxRecordBytes = limits.maxRecordBytes();
    this.archive = archive;
  }

  /** The entry as a record, which is a failed one if its data cannot be had. */
  SourceRecord read(DirectoryEntry entry, long sequence) throws IOException {
    String location = archive + "!" + entry.name();
    try {
      requireReadable(entry, location);
      return new ZipRecord(location, sequence, entry, data(entry, location));
    } catch (RecordException e) {
      return new FailedRecord(location, sequence, e.fault(), e.detail());
    }
  }

  private void requireReadable(DirectoryEntry entry, String location) throws RecordException {
    if (entry.isEncrypted()) {
      throw unsupported(location, "is encrypted");
    }
    if (entry.method() != ZipRecord.STORED && entry.method() != ZipRecord.DEFLATED) {
      throw unsupported(
          location, "is compressed by method " + entry.method() + ", only 0 and 8 are read");
    }
    if (entry.size() > maxRecordBytes || entry.compressedSize() > maxCompressedBytes()) {
      throw new RecordException(
          RecordFault.TOO_LARGE,
          location,
          "states " + entry.size() + " bytes, the limit is " + maxRecordBytes);
    }
    if (!isInside(entry)) {
      throw bad(location, "lies outside of the archive");
    }
    if (!isPlausible(entry)) {
      throw bad(location, "states a size that its data cannot have");
    }
  }

  /** Deflate at its worst, without stored blocks: nine bits for eight. */
  private long maxCompressedBytes() {
    return maxRecordBytes + maxRecordBytes / 8 + 1024L;
  }

  /** Whether header, name and data can lie between the file's start and its directory. */
  boolean isInside(DirectoryEntry entry) {
    long overhead = FIXED_LENGTH + entry.rawName().length;
    return entry.headerOffset() >= 0
        && entry.compressedSize() >= 0
        && entry.compressedSize() <= dataEnd - entry.headerOffset() - overhead;
  }

  /** Whether it can have the size that the directory states. */
  boolean isPlausible(DirectoryEntry entry) {
    return isInside(entry)
        && entry.size() >= 0
        && entry.size() <= maxRecordBytes
        && entry.size() <= entry.compressedSize() * MAX_RATIO;
  }

  private byte[] data(DirectoryEntry entry, String location) throws IOException, RecordException {
    int nameEnd = FIXED_LENGTH + entry.rawName().length;
    int size = (int) entry.compressedSize();
    long room = dataEnd - entry.headerOffset();
    ByteBuffer bytes =
        ZipBytes.read(
            file, entry.headerOffset(), (int) Math.min(room, nameEnd + USUAL_EXTRA + size));
    requireHeader(bytes, entry, location);
    int start = nameEnd + (bytes.getShort(28) & 0xFFFF);
    if (start + (long) size > room) {
      throw bad(location, "lies outside of the archive");
    }
    if (start + size <= bytes.limit()) {
      return Arrays.copyOfRange(bytes.array(), start, start + size);
    }
    return ZipBytes.read(file, entry.headerOffset() + start, size).array();
  }

  private static void requireHeader(ByteBuffer bytes, DirectoryEntry entry, String location)
      throws RecordException {
    byte[] name = entry.rawName();
    boolean same =
        bytes.getInt(0) == SIGNATURE
            && (bytes.getShort(26) & 0xFFFF) == name.length
            && Arrays.equals(
                bytes.array(), FIXED_LENGTH, FIXED_LENGTH + name.length, name, 0, name.length);
    if (!same) {
      throw bad(location, "is not where the zip's directory says");
    }
  }

  private static RecordException bad(String location, String detail) {
    return new RecordException(RecordFault.BAD_ZIP_ENTRY, location, detail);
  }

  private static RecordException unsupported(String location, String detail) {
    return new RecordException(RecordFault.UNSUPPORTED_ZIP_ENTRY, location, detail);
  }
}
