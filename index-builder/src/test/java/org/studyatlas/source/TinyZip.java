package org.studyatlas.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, also ones that no proper writer would write. */
final class TinyZip {

  /** 2026-08-10 06:00 in DOS form. */
  static final int DOS_TIME = (46 << 9 | 8 << 5 | 10) << 16 | 6 << 11;

  private final List<Entry> entries = new ArrayList<>();
  private boolean zip64;
  private String comment = "";

  /** An entry as the directory states it; the data is written as it is. */
  record Entry(
      String name, int flags, int method, int crc32, long size, byte[] data, int localExtra) {

    static Entry deflated(String name, byte[] content) {
      return new Entry(name, 0, 8, crc(content), content.length, deflate(content), 0);
    }

    static Entry stored(String name, byte[] content) {
      return new Entry(name, 0, 0, crc(content), content.length, content, 0);
    }

    Entry withFlags(int value) {
      return new Entry(name, value, method, crc32, size, data, localExtra);
    }

    Entry withMethod(int value) {
      return new Entry(name, flags, value, crc32, size, data, localExtra);
    }

    Entry withCrc(int value) {
      return new Entry(name, flags, method, value, size, data, localExtra);
    }

    Entry withSize(long value) {
      return new Entry(name, flags, method, crc32, value, data, localExtra);
    }

    Entry withData(byte[] value) {
      return new Entry(name, flags, method, crc32, size, value, localExtra);
    }

    Entry withLocalExtra(int bytes) {
      return new Entry(name, flags, method, crc32, size, data, bytes);
    }
  }

  TinyZip add(Entry entry) {
    entries.add(entry);
    return this;
  }

  TinyZip add(String name, String content) {
    return add(Entry.deflated(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  /** Puts sizes, offsets and counts into ZIP64 records, however small they are. */
  TinyZip zip64() {
    zip64 = true;
    return this;
  }

  TinyZip comment(String text) {
    comment = text;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      directory.writeBytes(central(entry, file.size()));
      file.writeBytes(local(entry));
      file.writeBytes(entry.data());
    }
    int start = file.size();
    file.writeBytes(directory.toByteArray());
    file.writeBytes(end(start, directory.size(), file.size()));
    return file.toByteArray();
  }

  private static byte[] local(Entry entry) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = buffer(30 + name.length + entry.localExtra());
    bytes.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags());
    bytes.putShort((short) entry.method()).putInt(DOS_TIME).putInt(entry.crc32());
    bytes.putInt(entry.data().length).putInt((int) entry.size());
    bytes.putShort((short) name.length).putShort((short) entry.localExtra()).put(name);
    return bytes.array();
  }

  private byte[] central(Entry entry, long offset) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    int extra = zip64 ? 5 + 28 : 0;
    ByteBuffer bytes = buffer(46 + name.length + extra);
    bytes.putInt(0x02014b50).putInt(20 | 20 << 16).putShort((short) entry.flags());
    bytes.putShort((short) entry.method()).putInt(DOS_TIME).putInt(entry.crc32());
    bytes.putInt(zip64 ? -1 : entry.data().length).putInt(zip64 ? -1 : (int) entry.size());
    bytes.putShort((short) name.length).putShort((short) extra).putShort((short) 0);
    bytes.putShort((short) 0).putShort((short) 0).putInt(0).putInt(zip64 ? -1 : (int) offset);
    bytes.put(name);
    if (zip64) {
      bytes.putShort((short) 0x5455).putShort((short) 1).put((byte) 0);
      bytes.putShort((short) 1).putShort((short) 24);
      bytes.putLong(entry.size()).putLong(entry.data().length).putLong(offset);
    }
    return bytes.array();
  }

  private byte[] end(long start, long length, long zip64End) {
    byte[] text = comment.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = buffer((zip64 ? 56 + 20 : 0) + 22 + text.length);
    if (zip64) {
      bytes.putInt(0x06064b50).putLong(44).putInt(45 | 45 << 16).putInt(0).putInt(0);
      bytes.putLong(entries.size()).putLong(entries.size()).putLong(length).putLong(start);
      bytes.putInt(0x07064b50).putInt(0).putLong(zip64End).putInt(1);
    }
    short count = zip64 ? -1 : (short) entries.size();
    bytes.putInt(0x06054b50).putInt(0).putShort(count).putShort(count);
    bytes.putInt(zip64 ? -1 : (int) length).putInt(zip64 ? -1 : (int) start);
    bytes.putShort((short) text.length).put(text);
    return bytes.array();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[4096];
    while (!deflater.finished()) {
      out.write(chunk, 0, deflater.deflate(chunk));
    }
    deflater.end();
    return out.toByteArray();
  }

  static int crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }
}
