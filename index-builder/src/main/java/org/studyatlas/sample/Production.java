package org.studyatlas.sample;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Makes numbered batches with several threads and hands them on in their order, in the calling
 * thread. Only a few batches per thread exist at a time.
 */
final class Production {

  private static final int BATCHES_AHEAD = 4;

  /**
   * Takes finished batches.
   *
   * @param <T> type of a batch
   */
  @FunctionalInterface
  interface Sink<T> {

    /** Takes the next batch. */
    void take(T batch) throws IOException;
  }

  private Production() {}

  /**
   * Makes the batches 0 to {@code batches} - 1.
   *
   * @throws IOException if the sink fails or the calling thread is interrupted
   */
  static <T> void run(int batches, int threads, IntFunction<T> make, Sink<T> sink)
      throws IOException {
    // Not in try-with-resources: close() would wait for batches that nobody wants after a failure.
    ExecutorService workers = Executors.newFixedThreadPool(threads, Production::worker);
    try {
      Deque<Future<T>> ahead = new ArrayDeque<>();
      int next = 0;
      for (int done = 0; done < batches; done++) {
        while (next < batches && ahead.size() < threads * BATCHES_AHEAD) {
          int batch = next++;
          ahead.add(workers.submit(() -> make.apply(batch)));
        }
        sink.take(await(ahead.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "sample-writer");
    thread.setDaemon(true);
    return thread;
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException)
          new InterruptedIOException("interrupted while writing studies").initCause(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a study could not be made", e.getCause());
    }
  }
}
