package org.studyatlas.cli;

import java.util.Locale;
import org.studyatlas.build.BuildPhase;
import org.studyatlas.build.BuildPlan;
import org.studyatlas.build.BuildProgress;

/** The lines of a build's progress, for terminals, log files and mails alike. */
final class ProgressLine {

  private ProgressLine() {}

  /** {@code 0:00:05 [index] …}. */
  static String of(long elapsedMillis, BuildPhase phase, String text) {
    String stage = "[" + phase.text() + "]";
    return String.format(Locale.ROOT, "%s %-9s  %s", Figures.clock(elapsedMillis), stage, text);
  }

  /** What is going to be done. */
  static String plan(BuildPlan plan) {
    StringBuilder line = new StringBuilder();
    line.append(plan.sourceName());
    if (plan.expectedRecords() >= 0) {
      line.append(", ").append(Figures.count(plan.expectedRecords())).append(" records expected");
    }
    if (plan.sourceBytes() >= 0) {
      line.append(" (").append(Figures.bytes(plan.sourceBytes())).append(')');
    }
    line.append(" -> ").append(plan.indexDir());
    return line.toString();
  }

  /** What there is to do it with. */
  static String means(BuildPlan plan) {
    return "disk free %s, needed %s; heap %s; %d %s, RAM buffer %d MB; in service: %s"
        .formatted(
            Figures.bytes(plan.freeBytes()),
            plan.neededBytes() < 0 ? "unknown" : "about " + Figures.bytes(plan.neededBytes()),
            Figures.bytes(plan.heapBytes()),
            plan.threads(),
            plan.threads() == 1 ? "thread" : "threads",
            plan.ramBufferMb(),
            plan.inService().isEmpty() ? "nothing yet" : plan.inService());
  }

  /**
   * How far indexing is.
   *
   * @param now the counters
   * @param indexingMillis since indexing began
   * @param heap e.g. {@code 1.1/4.0 GB}
   */
  static String indexing(BuildProgress.Snapshot now, long indexingMillis, String heap) {
    double perSecond = now.read() * 1000.0 / Math.max(1, indexingMillis);
    StringBuilder line = new StringBuilder();
    line.append(Figures.shortCount(now.read())).append(" studies  ");
    if (now.sourceBytes() > 0) {
      line.append(100 * Math.min(now.bytesRead(), now.sourceBytes()) / now.sourceBytes());
      line.append("%  ");
    }
    line.append(Figures.shortCount(perSecond)).append("/s  sites ");
    line.append(Figures.shortCount(now.sites()));
    if (now.rejected() > 0) {
      line.append("  rejected ").append(Figures.count(now.rejected()));
    }
    line.append("  heap ").append(heap);
    if (now.sourceBytes() > 0 && now.bytesRead() > 0) {
      line.append("  eta ").append(Figures.clock(remainingMillis(now, indexingMillis)));
    }
    return line.toString();
  }

  private static long remainingMillis(BuildProgress.Snapshot now, long indexingMillis) {
    long left = Math.max(0, now.sourceBytes() - now.bytesRead());
    return (long) ((double) indexingMillis * left / now.bytesRead());
  }

  /** {@code 1.1 GB/4.0 GB}: used and largest heap. */
  static String heap() {
    Runtime runtime = Runtime.getRuntime();
    return Figures.bytes(runtime.totalMemory() - runtime.freeMemory())
        + "/"
        + Figures.bytes(runtime.maxMemory());
  }
}
