package org.studyatlas.search;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that help with a search, a segment each. Only those that are idle help: nothing waits for
 * one. So a single search has all processors, and of many at a time each has its own thread.
 */
final class SearchThreads {

  private static final int IDLE_SECONDS = 60;

  private static final Executor HELPERS = start(Runtime.getRuntime().availableProcessors() - 1);

  private SearchThreads() {}

  /** Runs a task in a thread that is idle, or else in the caller's. */
  static Executor helpers() {
    return HELPERS;
  }

  private static Executor start(int most) {
    return most == 0
        ? Runnable::run
        : new ThreadPoolExecutor(
            0,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("search-", 1).factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());
  }
}
