package org.studyatlas.http.ctgov;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.studyatlas.schema.RecordPointer;

/**
 * The headers of a zip whose entries are deflated already, byte by byte as the format's
 * specification (APPNOTE 6.3, sections 4.3 and 4.5) says. {@code java.util.zip} can only write what
 * it deflates itself.
 *
 * @param time of all entries, whole seconds
 */
record ZipLayout(LocalDateTime time) {

  /** Bytes of {@link #local} without the name. */
  static final int LOCAL_BYTES = 30;

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LOCATOR = 0x07064b50;
  private static final int END_64_BYTES = 56;
  private static final short VERSION = 20;
  private static final short VERSION_64 = 45;
  private static final short DEFLATED = 8;
  private static final short EXTRA_64 = 1;
  private static final long MAX_32 = 0xffff_ffffL;
  private static final int MAX_16 = 0xffff;

  /** What stands before an entry's data. */
  byte[] local(String name, RecordPointer entry) {
    ByteBuffer out = buffer();
    out.putInt(LOCAL).putShort(VERSION);
    putEntry(out, name, entry);
    out.putShort((short) 0).put(name.getBytes(US_ASCII));
    return bytes(out);
  }

  /**
   * The entry in the directory.
   *
   * @param offset where its {@link #local} header begins
   */
  byte[] central(String name, RecordPointer entry, long offset) {
    boolean far = offset >= MAX_32;
    ByteBuffer out = buffer();
    out.putInt(CENTRAL).putShort(VERSION_64).putShort(far ? VERSION_64 : VERSION);
    putEntry(out, name, entry);
    out.putShort((short) (far ? 12 : 0));
    // No comment, first disk, no attributes.
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    out.putInt((int) Math.min(offset, MAX_32)).put(name.getBytes(US_ASCII));
    if (far) {
      out.putShort(EXTRA_64).putShort((short) 8).putLong(offset);
    }
    return bytes(out);
  }

  /**
   * What stands behind the directory.
   *
   * @param entries their number
   * @param offset where the directory begins
   * @param size of the directory, bytes
   */
  static byte[] end(long entries, long offset, long size) {
    ByteBuffer out = buffer();
    if (entries >= MAX_16 || offset >= MAX_32 || size >= MAX_32) {
      out.putInt(END_64).putLong(END_64_BYTES - 12).putShort(VERSION_64).putShort(VERSION_64);
      out.putInt(0).putInt(0).putLong(entries).putLong(entries).putLong(size).putLong(offset);
      out.putInt(END_64_LOCATOR).putInt(0).putLong(offset + size).putInt(1);
    }
    short count = (short) Math.min(entries, MAX_16);
    out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    out.putInt((int) Math.min(size, MAX_32)).putInt((int) Math.min(offset, MAX_32));
    out.putShort((short) 0);
    return bytes(out);
  }

  /** The fields that both headers share, from the flags to the length of the name. */
  private void putEntry(ByteBuffer out, String name, RecordPointer entry) {
    out.putShort((short) 0).putShort(DEFLATED);
    out.putShort((short) (time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() >> 1));
    int year = Math.max(0, time.getYear() - 1980);
    out.putShort((short) (year << 9 | time.getMonthValue() << 5 | time.getDayOfMonth()));
    out.putInt(entry.crc32()).putInt(entry.deflatedLength()).putInt(entry.length());
    out.putShort((short) name.length());
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(ByteBuffer written) {
    return Arrays.copyOf(written.array(), written.position());
  }
}
