package org.studyatlas.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.studyatlas.search.Lease;

/**
 * A body that is rendered part by part as the client takes it, so that no page and no archive lies
 * in memory. The generation it is rendered from stays open until the body ends, fails or is closed,
 * which the server does when the client goes away.
 *
 * <p>May be closed by another thread than the one that reads.
 */
public final class PulledBody extends InputStream {

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

  private final Parts parts;
  private final Lease lease;
  private final Window window = new Window();
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
    while (!ended && window.size() < limit) {
      renderNext();
    }
    return ended ? window.toByteArray() : null;
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
  public synchronized int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0; // asked by readNBytes when it has enough: must not render, which may fail
    }
    while (window.isRead() && !ended) {
      window.reset();
      renderNext();
    }
    return window.read(target, offset, length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized void close() {
    end();
  }

  private void end() {
    ended = true;
    lease.close();
  }

  /** What is rendered and not yet read. */
  private static final class Window extends ByteArrayOutputStream {

    private int position;

    Window() {
      super(32 * 1024);
    }

    boolean isRead() {
      return position == count;
    }

    int read(byte[] target, int offset, int length) {
      int taken = Math.min(length, count - position);
      System.arraycopy(buf, position, target, offset, taken);
      position += taken;
      return taken == 0 ? -1 : taken;
    }

    @Override
    public synchronized void reset() {
      super.reset();
      position = 0;
    }
  }
}
