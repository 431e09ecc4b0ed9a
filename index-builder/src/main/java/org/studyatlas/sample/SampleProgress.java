package org.studyatlas.sample;

/** Is told how far the writing of a synthetic registry has got; in the thread that writes. */
@FunctionalInterface
public interface SampleProgress {

  /** Tells nobody. */
  SampleProgress SILENT = (entries, bytes) -> {};

  /**
   * Another few entries have been written.
   *
   * @param entries entries so far, duplicates included
   * @param bytes bytes of JSON so far, before compression
   */
  void written(long entries, long bytes);
}
