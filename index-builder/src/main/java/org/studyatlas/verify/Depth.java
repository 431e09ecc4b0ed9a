package org.studyatlas.verify;

/** How thoroughly a generation is checked. */
public enum Depth {
  /** Checksums of the Lucene indexes, counts of all files, digest, a sample of the records. */
  QUICK(1),
  /**
   * Also every index structure against every other, and every record: inflated, CRC checked, mapped
   * again. Computes the statistics again too. Takes about as long as a build.
   */
  DEEP(3);

  private final int checkIndexLevel;

  Depth(int checkIndexLevel) {
    this.checkIndexLevel = checkIndexLevel;
  }

  /** The level of Lucene's {@code CheckIndex}. */
  int checkIndexLevel() {
    return checkIndexLevel;
  }
}
