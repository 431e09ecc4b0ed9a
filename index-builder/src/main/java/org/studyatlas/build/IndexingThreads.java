package org.studyatlas.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/** Runs the threads of a build to their end. */
final class IndexingThreads {

  private IndexingThreads() {}

  /**
   * Runs an indexer for each part; returns when all have ended, throws what the first failed with.
   */
  static void run(StudyIndexer.Shared shared) throws IOException {
    List<Thread> running = new ArrayList<>();
    for (IndexPart part : shared.writer().parts()) {
      Thread.Builder thread = Thread.ofPlatform().name("index-" + (running.size() + 1));
      running.add(thread.start(new StudyIndexer(part, shared)));
    }
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
