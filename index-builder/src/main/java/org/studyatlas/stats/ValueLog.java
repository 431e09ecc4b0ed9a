package org.studyatlas.stats;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the records hold besides texts, on disk: for each record its number and its {@link Entries},
 * about 500 bytes. A temporary file. Safe for use by several threads while it is filled.
 */
final class ValueLog implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Takes what was appended. */
  interface Receiver {

    /** Takes the entries of a record; they are overwritten by the next ones. */
    void take(int record, Entries entries);
  }

  private final Path file;
  private final DataOutputStream out;
  private long records;

  /** Creates the file, which is deleted when the log is closed. */
  ValueLog(Path file) throws IOException {
    this.file = file;
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
  }

  /** Appends a record's entries. */
  synchronized void append(int record, Entries entries) throws IOException {
    out.writeInt(record);
    entries.writeTo(out);
    records++;
  }

  /** Hands out everything; nothing can be appended afterwards. */
  synchronized void read(Receiver receiver) throws IOException {
    out.close();
    Entries entries = new Entries();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
      for (long i = 0; i < records; i++) {
        int record = in.readInt();
        entries.readFrom(in);
        receiver.take(record, entries);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      Files.deleteIfExists(file);
    }
  }
}
