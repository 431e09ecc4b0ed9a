package org.studyatlas.search;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The right to use a generation: it stays open until the lease is closed, whatever is published in
 * the meantime. Closing it twice does nothing.
 *
 * <p>It also stands for the memory that a stream holds, so that whatever ends the one gives the
 * other back too.
 */
public final class Lease implements AutoCloseable {

  private final OpenGeneration generation;
  private final StreamMemory streams;
  private final Consumer<OpenGeneration> release;
  private final AtomicLong held = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();

  Lease(OpenGeneration generation, StreamMemory streams, Consumer<OpenGeneration> release) {
    this.generation = generation;
    this.streams = streams;
    this.release = release;
  }

  /** The generation; not to be used after the lease was closed. */
  public OpenGeneration generation() {
    return generation;
  }

  /**
   * Takes memory for a stream, until the lease is closed. To be called before it is used, and by
   * the one who will close the lease.
   *
   * @throws StreamMemoryException if all streams together may not have so much
   */
  public void hold(long bytes) {
    streams.take(bytes);
    held.addAndGet(bytes);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      streams.giveBack(held.get());
      release.accept(generation);
    }
  }
}
