package org.studyatlas.search;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A daemon thread that looks for a new generation again and again. */
final class CurrentWatch implements AutoCloseable {

  private final ScheduledExecutorService executor;

  private CurrentWatch(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  static CurrentWatch start(Duration interval, Runnable look) {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("index-watch").unstarted(task));
    long millis = interval.toMillis();
    executor.scheduleWithFixedDelay(() -> lookSafely(look), millis, millis, TimeUnit.MILLISECONDS);
    return new CurrentWatch(executor);
  }

  /** A bug must be seen, but not end the watch, as an exception in a scheduled task would. */
  private static void lookSafely(Runnable look) {
    try {
      look.run();
    } catch (Throwable e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /** Stops without an interrupt, which would close the files of a generation being opened. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
