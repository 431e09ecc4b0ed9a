package org.studyatlas.source;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A record that is a zip entry, with the entry's own bytes.
 *
 * @param data the entry's data as the archive holds it
 */
record ZipRecord(String location, long sequence, DirectoryEntry entry, byte[] data)
    implements SourceRecord {

  static final int STORED = 0;
  static final int DEFLATED = 8;

  @Override
  public byte[] json() throws RecordException {
    byte[] json = entry.method() == STORED ? data : inflate();
    if (json.length != entry.size()) {
      throw bad("holds " + json.length + " bytes where the zip states " + entry.size());
    }
    CRC32 crc = new CRC32();
    crc.update(json);
    if ((int) crc.getValue() != entry.crc32()) {
      throw bad("its CRC is not the one that the zip states");
    }
    return json;
  }

  @Override
  public Deflated deflated() throws RecordException {
    return entry.method() == STORED
        ? Deflated.of(json())
        : new Deflated(data, (int) entry.size(), entry.crc32());
  }

  private byte[] inflate() throws RecordException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(data);
      byte[] json = new byte[(int) entry.size()];
      int length = inflater.inflate(json);
      requireEnd(inflater, length);
      return json;
    } catch (DataFormatException e) {
      throw bad("its compressed data is damaged");
    } finally {
      inflater.end();
    }
  }

  /** Neither more nor less than stated may come, and nothing may be left over in the entry. */
  private void requireEnd(Inflater inflater, int length)
      throws RecordException, DataFormatException {
    if (length == entry.size() && !inflater.finished() && inflater.inflate(new byte[1]) > 0) {
      throw bad("holds more than the " + entry.size() + " bytes that the zip states");
    }
    if (length < entry.size() || !inflater.finished()) {
      throw bad(
          "its compressed data ends early, after " + length + " of " + entry.size() + " bytes");
    }
    if (inflater.getRemaining() > 0) {
      throw bad("has " + inflater.getRemaining() + " bytes behind its compressed data");
    }
  }

  private RecordException bad(String detail) {
    return new RecordException(RecordFault.BAD_ZIP_ENTRY, location, detail);
  }
}
