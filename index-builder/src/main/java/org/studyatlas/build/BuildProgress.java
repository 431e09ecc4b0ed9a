package org.studyatlas.build;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Live counters of a running build, safe for use by any thread. */
public final class BuildProgress {

  /**
   * The counters at one moment.
   *
   * @param read records taken from the source
   * @param indexed studies in the index
   * @param duplicates records of which a newer one was indexed
   * @param rejected records that could not be indexed
   * @param sites indexed, also those of studies that were replaced later
   * @param bytesRead bytes of the source consumed
   * @param sourceBytes its size, or -1 if not known
   */
  public record Snapshot(
      long read,
      long indexed,
      long duplicates,
      long rejected,
      long sites,
      long bytesRead,
      long sourceBytes) {}

  private final LongAdder read = new LongAdder();
  private final LongAdder indexed = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder sites = new LongAdder();
  private final LongAdder rawBytes = new LongAdder();
  private final LongSupplier bytesRead;
  private final long sourceBytes;

  BuildProgress(LongSupplier bytesRead, long sourceBytes) {
    this.bytesRead = bytesRead;
    this.sourceBytes = sourceBytes;
  }

  void countRead() {
    read.increment();
  }

  void countIndexed(int siteCount) {
    indexed.increment();
    sites.add(siteCount);
  }

  void countDuplicate() {
    duplicates.increment();
  }

  void countRejected() {
    rejected.increment();
  }

  void countRawBytes(int bytes) {
    rawBytes.add(bytes);
  }

  /** Bytes of JSON mapped so far. */
  long rawBytes() {
    return rawBytes.sum();
  }

  /** The counters now; while the build runs they need not add up. */
  public Snapshot snapshot() {
    return new Snapshot(
        read.sum(),
        indexed.sum(),
        duplicates.sum(),
        rejected.sum(),
        sites.sum(),
        bytesRead.getAsLong(),
        sourceBytes);
  }
}
