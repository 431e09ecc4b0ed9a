package org.studyatlas.cli;

import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.studyatlas.build.BuildListener;
import org.studyatlas.build.BuildPhase;
import org.studyatlas.build.BuildPlan;
import org.studyatlas.build.BuildProgress;

/**
 * Shows how a build comes along: a bar on a terminal while records are read, otherwise a line every
 * five seconds, which survives {@code nohup} and log files.
 */
final class ProgressDisplay implements BuildListener, Closeable {

  private static final long LINE_MILLIS = 5000;
  private static final long BAR_MILLIS = 250;

  private final Console console;
  private final long started = System.nanoTime();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("progress").factory());
  private BuildPhase phase = BuildPhase.PLAN;
  private long phaseStarted = started;
  private @Nullable BuildProgress progress;
  private @Nullable ReadingBar bar;

  ProgressDisplay(Console console) {
    this.console = console;
    timer.scheduleAtFixedRate(this::printLine, LINE_MILLIS, LINE_MILLIS, TimeUnit.MILLISECONDS);
    if (console.bars()) {
      timer.scheduleAtFixedRate(this::moveBar, BAR_MILLIS, BAR_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void planned(BuildPlan plan, BuildProgress live) {
    progress = live;
    print(ProgressLine.plan(plan));
    print(ProgressLine.means(plan));
  }

  @Override
  public synchronized void phaseStarted(BuildPhase started) {
    closeBar();
    if (phase == BuildPhase.INDEX) {
      printIndexing();
    }
    phase = started;
    phaseStarted = System.nanoTime();
    switch (started) {
      case PLAN, INDEX -> {}
      case MERGE, VERIFY, PUBLISH -> print("…");
    }
    if (started == BuildPhase.INDEX && console.bars() && progress != null) {
      bar = new ReadingBar(progress, console.err());
    }
  }

  @Override
  public synchronized void noted(String line) {
    closeBar();
    print(line);
  }

  private synchronized void printLine() {
    if (bar != null) {
      return;
    }
    switch (phase) {
      case INDEX -> printIndexing();
      case PLAN, MERGE, VERIFY, PUBLISH -> print("heap " + ProgressLine.heap());
    }
  }

  private void printIndexing() {
    if (progress != null) {
      print(ProgressLine.indexing(progress.snapshot(), since(phaseStarted), ProgressLine.heap()));
    }
  }

  private synchronized void moveBar() {
    if (bar != null) {
      bar.move();
    }
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void print(String text) {
    console.err().println(ProgressLine.of(since(started), phase, text));
    console.err().flush();
  }

  private static long since(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      closeBar();
    }
  }
}
