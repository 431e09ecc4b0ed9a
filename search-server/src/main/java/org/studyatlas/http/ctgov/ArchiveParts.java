package org.studyatlas.http.ctgov;

import java.io.IOException;
import java.io.OutputStream;
import org.studyatlas.http.PulledBody;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.RecordWalk;
import org.studyatlas.study.NctId;

/**
 * All studies of a generation as the registry's zip, {@code NN/NCT........json}, made of the stored
 * deflate bytes as they are.
 *
 * <p>Walks twice: once for the entries, once for the directory behind them, so that nothing about
 * an entry has to be kept.
 */
final class ArchiveParts implements PulledBody.Parts {

  /** Entries of the directory that are written as one part. */
  private static final int DIRECTORY_PART = 256;

  private final OpenGeneration generation;
  private final ZipLayout layout;
  private final RecordWalk entries;
  private final RecordWalk directory;
  private long position;
  private long entryPosition;
  private long directoryPosition = -1;
  private long count;

  ArchiveParts(OpenGeneration generation) {
    this.generation = generation;
    this.layout = new ZipLayout(generation.dataTimestamp());
    this.entries = generation.walk();
    this.directory = generation.walk();
  }

  @Override
  public boolean writeNext(OutputStream out) throws IOException {
    if (directoryPosition < 0) {
      if (entries.next()) {
        writeEntry(entries.record(), name(entries.id()), out);
        return true;
      }
      directoryPosition = position;
    }
    for (int i = 0; i < DIRECTORY_PART; i++) {
      if (!directory.next()) {
        write(ZipLayout.end(count, directoryPosition, position - directoryPosition), out);
        return false;
      }
      writeDirectoryEntry(directory.record(), name(directory.id()), out);
    }
    return true;
  }

  private void writeEntry(RecordPointer record, String name, OutputStream out) throws IOException {
    write(layout.local(name, record), out);
    write(generation.deflated(record), out);
    count++;
  }

  private void writeDirectoryEntry(RecordPointer record, String name, OutputStream out)
      throws IOException {
    write(layout.central(name, record, entryPosition), out);
    entryPosition += ZipLayout.LOCAL_BYTES + name.length() + record.deflatedLength();
  }

  private void write(byte[] bytes, OutputStream out) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  private static String name(NctId id) {
    return id.folder() + "/" + id + ".json";
  }
}
