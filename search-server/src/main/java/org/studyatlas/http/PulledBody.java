package org.studyatlas.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.studyatlas.search.Lease;

/**
 * A body that is rendered part by part as the client takes it, so that no page and no archive lies
 * in memory. The generation it is rendered from stays open until the body ends, fails or is closed,
 * which {@link PulledBodyWriter} does when the client goes away.
 *
 * <p>May be closed by another thread than the one that reads; closing waits for a part that is
 * being rendered.
 */
public final class PulledBody implements Closeable {

  /** Renders what is to be sent. */
  @FunctionalInterface
  public interface Parts {
    /**
     * Writes the next part, which may be empty.
     *
     * @return false if that was the last one
     */
    boolean writeNext(OutputStream out) throws IOException;
  }

  /**
   * Some bytes of the body.
   *
   * @param bytes belong to the caller
   * @param last whether nothing follows
   */
  public record Chunk(byte[] bytes, boolean last) {}

  private static final Parts NOTHING = out -> false;

  private final Lease lease;
  private final Window window = new Window();
  private Parts parts;
  private boolean ended;

  /** Takes the lease over: whoever has the body has to close it. */
  public PulledBody(Parts parts, Lease lease) {
    this.parts = parts;
    this.lease = lease;
  }

  /**
   * Renders ahead.
   *
   * @param limit bytes after which it stops
   * @return everything, if that is all, else null; the body then begins with what is rendered
   */
  synchronized byte @Nullable [] renderUpTo(int limit) throws IOException {
    fill(limit);
    return ended ? window.take(window.unread()) : null;
  }

  /**
   * Renders and takes as many bytes, or less at the end of the body; a closed body has ended. What
   * was rendered and not taken when a part fails is lost.
   */
  public synchronized Chunk next(int length) throws IOException {
    fill(length);
    byte[] bytes = window.take(Math.min(length, window.unread()));
    return new Chunk(bytes, ended && window.unread() == 0);
  }

  private void fill(int length) throws IOException {
    while (!ended && window.unread() < length) {
      window.moveToFront();
      renderNext();
    }
  }

  private void renderNext() throws IOException {
    boolean more = false;
    try {
      more = parts.writeNext(window);
    } finally {
      if (!more) {
        end();
      }
    }
  }

  @Override
  public synchronized void close() {
    window.reset();
    end();
  }

  /** Lets go of the parts too: a client may be slow to take the last chunk, which needs none. */
  private void end() {
    ended = true;
    parts = NOTHING;
    lease.close();
  }

  /** What is rendered and not yet taken. */
  private static final class Window extends ByteArrayOutputStream {

    private int position;

    Window() {
      super(128 * 1024);
    }

    int unread() {
      return count - position;
    }

    byte[] take(int length) {
      byte[] taken = Arrays.copyOfRange(buf, position, position + length);
      position += length;
      return taken;
    }

    /** Makes room behind what is not taken, which is less than the caller wants at once. */
    void moveToFront() {
      System.arraycopy(buf, position, buf, 0, unread());
      count = unread();
      position = 0;
    }

    // The superclass locks for each write; the body does it once for all of them.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void reset() {
      count = 0;
      position = 0;
    }
  }
}
