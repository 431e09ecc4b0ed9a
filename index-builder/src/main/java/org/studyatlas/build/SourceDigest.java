package org.studyatlas.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.studyatlas.source.StudySource;

/** Computes the digest of a source's bytes beside the reading. */
final class SourceDigest {

  private final FutureTask<String> task;

  private SourceDigest(FutureTask<String> task) {
    this.task = task;
  }

  /** Starts. The thread keeps no process alive, so nobody has to end it when the build fails. */
  static SourceDigest start(StudySource source) {
    FutureTask<String> task = new FutureTask<>(source::sha256);
    Thread.ofPlatform().daemon().name("source-digest").start(task);
    return new SourceDigest(task);
  }

  /** Waits for the digest, in hexadecimal. */
  String await() throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the build was interrupted; nothing was published");
    } catch (ExecutionException e) {
      StopSignal.rethrow(e.getCause());
      throw new IllegalStateException("a digest that failed has a cause", e);
    }
  }
}
