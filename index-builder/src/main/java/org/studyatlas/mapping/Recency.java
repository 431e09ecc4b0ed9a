package org.studyatlas.mapping;

import java.util.Comparator;

/**
 * How new a record is, to choose between two records of one study.
 *
 * @param snapshotDay day of the snapshot ({@code versionHolder}) since 1970-01-01, or {@link
 *     #UNKNOWN}
 * @param updatedDay day of the study's last posted update, or {@link #UNKNOWN}
 */
public record Recency(long snapshotDay, long updatedDay) implements Comparable<Recency> {

  /** Stands for a missing date and is older than any. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private static final Comparator<Recency> ORDER =
      Comparator.comparingLong(Recency::snapshotDay).thenComparingLong(Recency::updatedDay);

  @Override
  public int compareTo(Recency other) {
    return ORDER.compare(this, other);
  }
}
