package org.studyatlas.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Finds out what a stream holds and makes JSON text of it. */
final class Unpacking {

  private Unpacking() {}

  /**
   * The JSON text of a stream, which may be packed by gzip.
   *
   * @throws SourceException if it holds something else
   */
  static InputStream text(InputStream raw, String name) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, Content.HEAD_BYTES);
    byte[] head = head(in);
    if (Content.of(head) != Content.GZIP) {
      return requireText(in, head, name);
    }
    PushbackInputStream unpacked =
        new PushbackInputStream(new GzipInput(in, name), Content.HEAD_BYTES);
    return requireText(unpacked, head(unpacked), name);
  }

  private static InputStream requireText(InputStream in, byte[] head, String name)
      throws SourceException {
    SourceException refusal = Content.of(head).refusal(name, head);
    if (refusal != null) {
      throw refusal;
    }
    return in;
  }

  private static byte[] head(PushbackInputStream in) throws IOException {
    byte[] head = in.readNBytes(Content.HEAD_BYTES);
    in.unread(head);
    return head;
  }
}
