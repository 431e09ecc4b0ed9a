package org.studyatlas.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a zip of entries that are compressed already, with ZIP64 records where the number of
 * entries, an offset or a size asks for them (PKWARE APPNOTE 4.3, 4.5.3).
 *
 * <p>It keeps the central directory in memory: about 70 bytes an entry. The end is written by
 * {@link #finish()}; the stream is the caller's to close.
 */
final class ZipOutput {

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final short DEFLATED = 8;
  private static final short VERSION = 20;
  private static final short VERSION_64 = 45;
  private static final long LIMIT_32 = 0xFFFF_FFFFL;
  private static final int LIMIT_16 = 0xFFFF;
  private static final int BLOCK = 1 << 20;

  /** Six in the morning, in DOS format. */
  private static final short TIME = 6 << 11;

  private final OutputStream out;
  private final short date;
  private final List<ByteArrayOutputStream> directory = new ArrayList<>();
  private long offset;
  private long entries;

  /** A zip whose entries bear that date, 1980 to 2107. */
  ZipOutput(OutputStream out, LocalDate date) {
    this.out = out;
    this.date =
        (short) (date.getYear() - 1980 << 9 | date.getMonthValue() << 5 | date.getDayOfMonth());
  }

  /** Writes an entry. */
  void add(PackedEntry entry) throws IOException {
    byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer header = buffer(30 + name.length).putInt(LOCAL_HEADER);
    common(header, VERSION, entry).putShort((short) name.length).putShort((short) 0).put(name);
    remember(centralHeader(entry, name, offset));
    write(header);
    out.write(entry.bytes());
    offset += entry.bytes().length;
    entries++;
  }

  private void remember(ByteBuffer header) {
    if (directory.isEmpty() || directory.getLast().size() > BLOCK - header.capacity()) {
      directory.add(new ByteArrayOutputStream(BLOCK));
    }
    directory.getLast().write(header.array(), 0, header.capacity());
  }

  /** The central directory's record of an entry at that offset. */
  ByteBuffer centralHeader(PackedEntry entry, byte[] name, long at) {
    boolean large = at >= LIMIT_32;
    int extra = large ? 12 : 0;
    ByteBuffer header = buffer(46 + name.length + extra).putInt(CENTRAL_HEADER);
    header.putShort(large ? VERSION_64 : VERSION);
    common(header, large ? VERSION_64 : VERSION, entry);
    header.putShort((short) name.length).putShort((short) extra);
    header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    header.putInt((int) Math.min(at, LIMIT_32)).put(name);
    if (large) {
      header.putShort((short) 1).putShort((short) 8).putLong(at);
    }
    return header;
  }

  private ByteBuffer common(ByteBuffer header, short version, PackedEntry entry) {
    return header
        .putShort(version)
        .putShort((short) 0)
        .putShort(DEFLATED)
        .putShort(TIME)
        .putShort(date)
        .putInt(entry.crc())
        .putInt(entry.bytes().length)
        .putInt(entry.size());
  }

  /** Writes the central directory. */
  void finish() throws IOException {
    long start = offset;
    for (ByteArrayOutputStream block : directory) {
      block.writeTo(out);
      offset += block.size();
    }
    long size = offset - start;
    if (entries >= LIMIT_16 || start >= LIMIT_32 || size >= LIMIT_32) {
      writeEnd64(start, size);
    }
    short count = (short) Math.min(entries, LIMIT_16);
    ByteBuffer end = buffer(22).putInt(END).putShort((short) 0).putShort((short) 0);
    end.putShort(count).putShort(count).putInt((int) Math.min(size, LIMIT_32));
    write(end.putInt((int) Math.min(start, LIMIT_32)).putShort((short) 0));
    out.flush();
  }

  private void writeEnd64(long start, long size) throws IOException {
    long end = offset;
    ByteBuffer record = buffer(56).putInt(END_64).putLong(44);
    record.putShort(VERSION_64).putShort(VERSION_64).putInt(0).putInt(0);
    write(record.putLong(entries).putLong(entries).putLong(size).putLong(start));
    write(buffer(20).putInt(LOCATOR_64).putInt(0).putLong(end).putInt(1));
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(ByteBuffer buffer) throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    offset += buffer.position();
  }
}
