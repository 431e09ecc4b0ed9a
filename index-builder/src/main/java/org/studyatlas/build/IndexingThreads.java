package org.studyatlas.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Runs the threads of a build to their end. */
final class IndexingThreads {

  private IndexingThreads() {}

  /** Runs that many indexers; returns when all have ended, throws what the first failed with. */
  static void run(int threads, StudyIndexer.Shared shared) throws IOException {
    List<Thread> running =
        IntStream.rangeClosed(1, threads)
            .mapToObj(n -> Thread.ofPlatform().name("index-" + n).start(new StudyIndexer(shared)))
            .toList();
    for (Thread thread : running) {
      join(thread, shared.stop());
    }
    shared.stop().throwFailure();
  }

  private static void join(Thread thread, StopSignal stop) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // The others must have ended before their writer may be closed: stop them, and wait.
        interrupted = true;
        stop.fail(new InterruptedIOException("the build was interrupted; nothing was published"));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
