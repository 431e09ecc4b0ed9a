package org.studyatlas.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) with any number of members, to the very end.
 *
 * <p>Not {@code java.util.zip.GZIPInputStream}, which takes a second member that is cut short, or
 * that has not arrived yet, for the end of the data and drops it without a word.
 */
final class GzipInput extends InputStream {

  private static final int CHUNK = 64 << 10;
  private static final int HAS_HEADER_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final String name;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int limit;
  private long chunkEnd;
  private boolean inMember;
  private boolean ended;

  /**
   * Starts before the first member. The input is not closed; the memory of the inflater is freed at
   * the end of the data.
   *
   * @param name of the input, for messages
   */
  GzipInput(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        startMember();
        continue;
      }
      int count = inflate(bytes, from, length);
      if (count > 0) {
        crc.update(bytes, from, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int from, int length) throws IOException {
    if (inflater.needsInput()) {
      require(fill());
      inflater.setInput(chunk, position, limit - position);
      position = limit;
    }
    try {
      int count = inflater.inflate(bytes, from, length);
      if (inflater.needsDictionary()) {
        throw damaged("its compressed data is damaged");
      }
      return count;
    } catch (DataFormatException e) {
      throw damaged("its compressed data is damaged");
    }
  }

  /** Reads a header, or finds the end of the input. */
  private void startMember() throws IOException {
    int first = nextByte();
    while (first == 0 && chunkEnd > 0) {
      first = nextByte(); // tapes and block devices pad with zeros
    }
    if (first < 0) {
      ended = true;
      inflater.end();
      return;
    }
    if (first != 0x1f || requiredByte() != 0x8b || requiredByte() != 8) {
      throw damaged("what follows is no gzip");
    }
    skipHeader();
    inflater.reset();
    crc.reset();
    inMember = true;
  }

  private void skipHeader() throws IOException {
    int flags = requiredByte();
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(requiredByte() | requiredByte() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    long length = inflater.getBytesWritten();
    inMember = false;
    if (requiredInt() != (int) crc.getValue() || requiredInt() != (int) length) {
      throw damaged("its data is not what its checksum says");
    }
  }

  private int requiredInt() throws IOException {
    return requiredByte() | requiredByte() << 8 | requiredByte() << 16 | requiredByte() << 24;
  }

  private int requiredByte() throws IOException {
    int value = nextByte();
    require(value >= 0);
    return value;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      requiredByte();
    }
  }

  private void skipText() throws IOException {
    while (requiredByte() != 0) {
      continue;
    }
  }

  private int nextByte() throws IOException {
    return fill() ? chunk[position++] & 0xFF : -1;
  }

  /** Whether there is more input; reads some if the chunk is used up. */
  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(chunk, 0, CHUNK));
      chunkEnd += limit;
    }
    return position < limit;
  }

  private void require(boolean there) throws SourceException {
    if (!there) {
      throw new SourceException(
          name + ": is gzip that was cut short after " + chunkEnd + " bytes; fetch it again");
    }
  }

  private SourceException damaged(String detail) {
    long at = chunkEnd - (limit - position) - (inMember ? inflater.getRemaining() : 0);
    return new SourceException(
        name + ": is damaged gzip, " + detail + " (near byte " + at + "); fetch it again");
  }
}
