package org.studyatlas.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.RecordText;

/**
 * Writes a page of studies as the registry lays it out: one study a line, {@code totalCount} first
 * and {@code nextPageToken} last, each only where there is one.
 *
 * <p>Studies are written as they are handed over, so a page never lies in memory. For one page and
 * one thread.
 */
public final class StudyListWriter {

  private static final int BUFFER_BYTES = 16 * 1024;

  private final StudyProjection projection;
  private final OutputStream out;
  private boolean empty = true;

  /**
   * Begins the page.
   *
   * @param totalCount number of studies found, or null if it was not asked for
   * @param out written to through a buffer of its own; never closed
   */
  public StudyListWriter(StudyProjection projection, @Nullable Long totalCount, OutputStream out)
      throws IOException {
    this.projection = projection;
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    write(
        totalCount == null
            ? "{\"studies\":[\n"
            : "{\"totalCount\":" + totalCount + ",\"studies\":[\n");
  }

  /** Writes one study of the page. */
  public void add(RecordText study) throws IOException {
    if (!empty) {
      write(",\n");
    }
    empty = false;
    projection.writeLine(study, out);
  }

  /**
   * Ends the page and flushes the stream.
   *
   * @param nextPageToken of the base64url alphabet, or null on the last page
   */
  public void finish(@Nullable String nextPageToken) throws IOException {
    write(nextPageToken == null ? "\n]}" : "\n],\"nextPageToken\":\"" + nextPageToken + "\"}");
    out.flush();
  }

  private void write(String ascii) throws IOException {
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
