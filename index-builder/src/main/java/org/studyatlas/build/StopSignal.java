package org.studyatlas.build;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells all threads of a build to stop, and keeps the first reason. Safe for use by any thread. */
final class StopSignal {

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean stopped;

  /** Asks all threads to stop after their record; this is no failure. */
  void stop() {
    stopped = true;
  }

  /** Asks all threads to stop because of a failure. */
  void fail(Throwable cause) {
    Throwable first = failure.compareAndExchange(null, cause);
    if (first != null && first != cause) {
      first.addSuppressed(cause);
    }
    stopped = true;
  }

  boolean stopped() {
    return stopped;
  }

  /** Throws the first failure, if there is one. */
  void throwFailure() throws IOException {
    rethrow(failure.get());
  }

  /** Throws what another thread failed with; nothing if that is null. */
  static void rethrow(@Nullable Throwable failure) throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException("a thread of the build failed", failure);
    }
  }
}
