package org.studyatlas.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A piece of a build that runs beside the rest of it.
 *
 * @param <T> what comes out of it
 */
final class BackgroundTask<T> {

  private final FutureTask<T> task;
  private final Thread thread;

  private BackgroundTask(FutureTask<T> task, Thread thread) {
    this.task = task;
    this.thread = thread;
  }

  /** Starts it. The thread keeps no process alive. */
  static <T> BackgroundTask<T> start(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    return new BackgroundTask<>(task, Thread.ofPlatform().daemon().name(name).start(task));
  }

  /**
   * Waits for what comes out of it.
   *
   * @throws IOException if it failed with one, or this thread was interrupted
   */
  T await() throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the build was interrupted; nothing was published");
    } catch (ExecutionException e) {
      StopSignal.rethrow(e.getCause());
      throw new IllegalStateException("a task that failed has a cause", e);
    }
  }

  /** Gives it up, and waits until it touches nothing any more. */
  void stop() {
    task.cancel(true);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
