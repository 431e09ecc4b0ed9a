package org.studyatlas.search;

/**
 * The heap that open streams hold together. A stream keeps its order for as long as its client
 * takes, which may be for ever; so each has to take what it will keep from here first, and is
 * refused if that is more than is left. Safe for use by many threads.
 */
final class StreamMemory {

  /** The rest is for the generations, the searches that run, and what is rendered. */
  private static final int PART_OF_HEAP = 4;

  private final long limit;
  private long held;

  private StreamMemory(long limit) {
    this.limit = limit;
  }

  /** A quarter of the heap that the JVM may have. */
  static StreamMemory ofHeap() {
    return new StreamMemory(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
  }

  /**
   * Takes some.
   *
   * @throws StreamMemoryException if less is left; nothing is taken then
   */
  synchronized void take(long bytes) {
    if (bytes > limit - held) {
      throw new StreamMemoryException();
    }
    held += bytes;
  }

  synchronized void giveBack(long bytes) {
    held -= bytes;
  }

  /** Bytes that are taken. */
  synchronized long held() {
    return held;
  }
}
