package org.studyatlas.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an input as they arrive: counted and, where they cannot be read a second time,
 * digested on the way.
 */
final class RawInput extends InputStream {

  private final InputStream in;
  private final AtomicLong count;
  private final @Nullable Digesting digesting;

  /**
   * Wraps an input.
   *
   * @param count where the bytes are counted
   * @param digesting where they are digested, or null
   */
  RawInput(InputStream in, AtomicLong count, @Nullable Digesting digesting) {
    this.in = in;
    this.count = count;
    this.digesting = digesting;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = in.read(bytes, from, length);
    if (read > 0) {
      count.addAndGet(read);
    }
    if (digesting != null) {
      digesting.add(bytes, from, read);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A digest that is complete when the input was read to its end. */
  static final class Digesting {

    private final MessageDigest digest = Checksum.sha256();
    private final CompletableFuture<Optional<String>> result = new CompletableFuture<>();

    private void add(byte[] bytes, int from, int length) {
      if (length > 0) {
        digest.update(bytes, from, length);
      } else if (length < 0 && !result.isDone()) {
        result.complete(Optional.of(Checksum.hex(digest)));
      }
    }

    /** Releases those who wait if the end is never reached. */
    void abandon() {
      result.complete(Optional.empty());
    }

    /**
     * Waits for the end of the input.
     *
     * @param name of the input, for the message if the end was not reached
     */
    String await(String name) throws IOException {
      try {
        return result
            .get()
            .orElseThrow(
                () ->
                    SourceException.passing(
                        name + ": has no digest, since it was not read to its end; read all of it",
                        null));
      } catch (ExecutionException e) {
        throw new IllegalStateException("nothing completes the digest with a failure", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for the end of the input");
      }
    }
  }
}
