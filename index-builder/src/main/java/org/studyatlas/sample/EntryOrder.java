package org.studyatlas.sample;

/**
 * In which order the studies come, and after which of them one comes again: duplicates are spread
 * evenly, and each is of a study from the first half of those before it.
 *
 * @param studies number of different studies
 * @param duplicates how many come twice, at most half of the studies
 */
record EntryOrder(int studies, int duplicates) {

  /** Number of entries. */
  int entries() {
    return studies + duplicates;
  }

  /** Whether the study of that entry came before. */
  boolean isDuplicate(int entry) {
    return duplicatesBefore(entry + 1) > duplicatesBefore(entry);
  }

  /** Position of the study that comes as that entry. */
  int studyAt(int entry) {
    int position = entry - duplicatesBefore(entry);
    return isDuplicate(entry) ? position / 2 : position;
  }

  private int duplicatesBefore(int entry) {
    return (int) ((long) entry * duplicates / entries());
  }
}
