package org.studyatlas.stats;

/** Counts studies that come one after the other, each once. */
final class StudyCount {

  private int last = -1;
  private int count;

  /** Counts the study of that record, if it was not the last one counted. */
  void add(int record) {
    if (record != last) {
      last = record;
      count++;
    }
  }

  int get() {
    return count;
  }
}
