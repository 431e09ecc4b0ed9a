package org.studyatlas.search;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The right to use a generation: it stays open until the lease is closed, whatever is published in
 * the meantime. Closing it twice does nothing.
 */
public final class Lease implements AutoCloseable {

  private final OpenGeneration generation;
  private final Consumer<OpenGeneration> release;
  private final AtomicBoolean closed = new AtomicBoolean();

  Lease(OpenGeneration generation, Consumer<OpenGeneration> release) {
    this.generation = generation;
    this.release = release;
  }

  /** The generation; not to be used after the lease was closed. */
  public OpenGeneration generation() {
    return generation;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.accept(generation);
    }
  }
}
