package org.studyatlas.build;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops a build and deletes its unpublished folder when the process is asked to end (Ctrl-C). */
final class ShutdownGuard implements Closeable {

  private static final long GRACE_SECONDS = 10;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final StopSignal stop = new StopSignal();
  private final Workspace workspace;
  private final BuildListener listener;
  private final Thread hook = new Thread(this::stopBuild, "stop-build");

  private ShutdownGuard(Workspace workspace, BuildListener listener) {
    this.workspace = workspace;
    this.listener = listener;
  }

  static ShutdownGuard install(Workspace workspace, BuildListener listener) {
    ShutdownGuard guard = new ShutdownGuard(workspace, listener);
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  /** The signal that ends the build. */
  StopSignal stop() {
    return stop;
  }

  private void stopBuild() {
    stop.fail(new InterruptedIOException("the build was stopped; nothing was published"));
    try {
      // A merge cannot be interrupted; then the folder goes while it runs.
      boolean ended = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
      boolean discarded = workspace.discard();
      if (discarded || !ended) {
        listener.noted("stopped, nothing was published");
      }
    } catch (IOException e) {
      listener.noted("stopped; the next build removes what is left: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The build has ended: there is nothing to stop any more. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      // Then the hook runs, finds the build ended, and the folder handed over or deleted.
      stop.stop();
    }
  }
}
