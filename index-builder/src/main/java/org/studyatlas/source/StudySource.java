package org.studyatlas.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or several inputs, read as one sequence of raw study records.
 *
 * <p>The format is decided by content, not by name: a zip archive, a JSON array, pages of the
 * registry's API ({@code {"studies":[…]}}), one record per line, concatenated records or a single
 * study, all but the zip also in gzip. A folder is read recursively: in each folder first its files
 * and then its folders, both in the order of their names; files that are neither {@code .json},
 * {@code .ndjson}, {@code .jsonl} (also {@code .gz}) nor {@code .zip} are ignored and counted.
 *
 * <p>Damage comes in two sizes. One bad record is still handed out, and says so when its bytes are
 * asked for ({@link RecordException}); so is a file of a folder that is named after its study
 * ({@code NCT01234567.json}) and cannot be read, whatever the reason. Everything else might cost
 * many records unnoticed and therefore ends the source ({@link SourceException}). A line that is no
 * valid JSON is handed out as it is: the reader of the JSON will reject it.
 *
 * <p>All methods may be called from many threads. A zip is read and inflated by the threads that
 * ask, JSON text is cut by one thread at a time.
 */
public sealed interface StudySource extends Closeable permits ZipSource, TextSource, RelaySource {

  /**
   * Opens the inputs and checks what can be known before reading: that each exists, is what it
   * claims to be, is not cut short (zip) and holds a record.
   *
   * @param arguments paths, or {@code -} for standard input (at most once); read in this order
   * @param standardInput what {@code -} means; left open by {@link #close()}
   * @throws SourceException if an input is missing, unreadable, damaged or without records
   */
  static StudySource open(List<String> arguments, InputStream standardInput, SourceLimits limits)
      throws IOException {
    return new SourceOpener(standardInput, limits).open(arguments);
  }

  /**
   * The next record, or null after the last one.
   *
   * @throws SourceException if the source as a whole is damaged; every later call throws it again
   */
  @Nullable SourceRecord next() throws IOException;

  /** What was known about the source when it was opened. */
  SourceInfo info();

  /** What was not read, of all that was gone through so far; complete at the end. */
  Ignored ignored();

  /**
   * The bytes of input used up so far, for showing progress: never decreases, compressed bytes
   * where the input is compressed, {@link SourceInfo#totalBytes()} at the end.
   */
  long bytesRead();

  /**
   * The SHA-256 of the input as 64 hexadecimal digits, computed once.
   *
   * <p>For a file it is the digest of the file's bytes, read in a pass of its own: call it in
   * another thread to have it beside reading, or after {@link #close()}. For standard input it is
   * collected while reading, and this method <em>waits</em> until the end was read or the source
   * was closed. For a folder it is the digest of one line {@code <digest> <path>\n} (two blanks,
   * UTF-8, path relative to the folder with slashes) for each file in reading order, where a study
   * file that cannot be read counts as empty; for several arguments likewise one line {@code
   * <digest> <last name of the path>\n} for each in the given order.
   *
   * @throws SourceException if a file is not the one any more that was opened, or if standard input
   *     was not read to its end
   */
  String sha256() throws IOException;
}
