package org.studyatlas.stats;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A record's values besides texts: for each a field and a number, in a few bytes. Written once,
 * then read from front to back; used by one thread.
 */
final class Entries {

  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[512];
  private int length;
  private int position;

  /** Adds the value of a field; a number that stands for it, if it is none. */
  void addValue(int field, long number) {
    add(field << 1, number);
  }

  /** Adds the size of a list. */
  void addListSize(int field, int size) {
    add(field << 1 | 1, size);
  }

  private void add(int head, long number) {
    if (length + 2 * LONGEST_NUMBER > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    write(head);
    write(number << 1 ^ number >> Long.SIZE - 1);
  }

  private void write(long unsigned) {
    long rest = unsigned;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Takes the entries. */
  interface Receiver {

    /** Takes the value of a field. */
    void value(int field, long number);

    /** Takes the size of a list. */
    void listSize(int field, int size);
  }

  /** Hands out all entries. */
  void read(Receiver receiver) {
    position = 0;
    while (position < length) {
      int head = (int) read();
      long number = read();
      number = number >>> 1 ^ -(number & 1);
      if ((head & 1) == 0) {
        receiver.value(head >> 1, number);
      } else {
        receiver.listSize(head >> 1, (int) number);
      }
    }
  }

  private long read() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[position++];
      number |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return number;
      }
    }
  }

  /** Writes them all. */
  void writeTo(DataOutput out) throws IOException {
    out.writeInt(length);
    out.write(bytes, 0, length);
  }

  /** Replaces them by what {@link #writeTo} wrote. */
  void readFrom(DataInput in) throws IOException {
    length = in.readInt();
    if (length > bytes.length) {
      bytes = new byte[length * 2];
    }
    in.readFully(bytes, 0, length);
  }
}
