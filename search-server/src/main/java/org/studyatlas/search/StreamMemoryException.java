package org.studyatlas.search;

/**
 * A stream that would hold more memory than the others have left; the message is for the client.
 */
public final class StreamMemoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StreamMemoryException() {
    super(
        "the streams that are open hold all memory that streams may have; try again when some have"
            + " ended, use more conditions, or take pages of /search or /sites instead");
  }
}
