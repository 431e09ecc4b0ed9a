package org.studyatlas.schema;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Reads studies' JSON from a generation's record store. Safe for use by many threads.
 *
 * <p>{@link #gzip} costs one read and no inflating; {@link #json} inflates and checks length and
 * CRC, so that a damaged record is noticed and never served; {@link #text} inflates what is needed.
 *
 * <p>The file is mapped, not read through a channel: a channel is closed for everybody when one
 * reading thread is interrupted, as a server does with the thread of a client that has gone.
 */
public final class RecordStore implements Closeable {

  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int GZIP_TRAILER_BYTES = 8;

  private final Path file;
  private final Directory directory;
  private final IndexInput input;

  /** Opens the file for reading. */
  public RecordStore(Path file) throws IOException {
    this(file, new MMapDirectory(folder(file)));
  }

  /**
   * Opens the file without mapping it: for a build, which reads some records once, and whose
   * resident memory would grow by all that it has read. No thread that reads may be interrupted.
   */
  public static RecordStore unmapped(Path file) throws IOException {
    return new RecordStore(file, new NIOFSDirectory(folder(file)));
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private RecordStore(Path file, Directory directory) throws IOException {
    this.file = file;
    this.directory = directory;
    try {
      input = directory.openInput(String.valueOf(file.getFileName()), IOContext.DEFAULT);
    } catch (Throwable e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  /**
   * The JSON, byte for byte as the source held it.
   *
   * @throws IOException if the bytes cannot be read or fail their check
   */
  public byte[] json(RecordPointer pointer) throws IOException {
    try (RecordText text = text(pointer)) {
      return text.all();
    }
  }

  /** The JSON, to be inflated as far as it is read. */
  public RecordText text(RecordPointer pointer) throws IOException {
    return RecordText.deflated(
        deflated(pointer),
        pointer,
        () -> "%s is damaged at byte %d".formatted(file, pointer.offset()));
  }

  /** The JSON as one gzip member, made of the stored deflate bytes as they are. */
  public byte[] gzip(RecordPointer pointer) throws IOException {
    byte[] deflated = deflated(pointer);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(GZIP_HEADER.length + deflated.length + GZIP_TRAILER_BYTES);
    out.write(GZIP_HEADER, 0, GZIP_HEADER.length);
    out.write(deflated, 0, deflated.length);
    ByteBuffer trailer = ByteBuffer.allocate(GZIP_TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putInt(pointer.crc32()).putInt(pointer.length());
    out.write(trailer.array(), 0, GZIP_TRAILER_BYTES);
    return out.toByteArray();
  }

  /** The stored raw deflate bytes. */
  public byte[] deflated(RecordPointer pointer) throws IOException {
    byte[] deflated = new byte[pointer.deflatedLength()];
    IndexInput reading = input.clone();
    try {
      reading.seek(pointer.offset());
      reading.readBytes(deflated, 0, deflated.length);
    } catch (EOFException e) {
      throw new IOException(
          "record store %s is damaged at byte %d (it ends before)"
              .formatted(file, pointer.offset()),
          e);
    }
    return deflated;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(input, directory);
  }
}
