package org.studyatlas.stats;

import java.util.Comparator;

/**
 * A text of a field, counted.
 *
 * @param key stands for it
 * @param studies that have it
 * @param length in UTF-16 units
 * @param nctNumber the least NCT number of those studies
 * @param record of that study
 */
record TextGroup(TextKey key, int studies, int length, int nctNumber, int record) {

  /** The most frequent ones first; of equally frequent ones those of the least NCT number. */
  static final Comparator<TextGroup> MOST_FREQUENT =
      Comparator.comparingInt(TextGroup::studies).reversed().thenComparingInt(TextGroup::nctNumber);

  /** The longest ones first; of equally long ones those of the least NCT number. */
  static final Comparator<TextGroup> LONGEST =
      Comparator.comparingInt(TextGroup::length).reversed().thenComparingInt(TextGroup::nctNumber);
}
