package org.studyatlas.build;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.build.BuildReport.PhaseTime;

/** Measures what each phase of a build takes. Used by the thread that runs the build. */
final class PhaseClock {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final BuildListener listener;
  private final List<PhaseTime> finished = new ArrayList<>();
  private @Nullable BuildPhase running;
  private long wallNanos;
  private long cpuNanos;
  private long gcMillis;

  PhaseClock(BuildListener listener) {
    this.listener = listener;
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** Ends the running phase and starts the next one. */
  void start(BuildPhase phase) {
    stop();
    running = phase;
    wallNanos = System.nanoTime();
    cpuNanos = processCpuNanos();
    gcMillis = processGcMillis();
    listener.phaseStarted(phase);
  }

  /** Ends the running phase. */
  void stop() {
    BuildPhase phase = running;
    if (phase != null) {
      finished.add(
          new PhaseTime(
              phase,
              (System.nanoTime() - wallNanos) / NANOS_PER_MILLI,
              (processCpuNanos() - cpuNanos) / NANOS_PER_MILLI,
              processGcMillis() - gcMillis));
      running = null;
    }
  }

  /** The phases that have ended. */
  List<PhaseTime> times() {
    return List.copyOf(finished);
  }

  /** Most heap that was used since the clock was made; an upper bound, see {@code Resources}. */
  static long peakHeapBytes() {
    long peaks = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return Math.min(peaks, Runtime.getRuntime().maxMemory());
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static long processCpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? Math.max(0, os.getProcessCpuTime())
        : 0;
  }

  private static long processGcMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
