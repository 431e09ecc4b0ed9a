package org.studyatlas.cli;

import java.util.Locale;

/** Numbers as people read them; the same in every locale. */
final class Figures {

  private static final long KB = 1024;
  private static final long MB = KB * 1024;
  private static final long GB = MB * 1024;

  private Figures() {}

  /** {@code 580,098}. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 812}, {@code 31.2k} or {@code 2.31M}. */
  static String shortCount(double value) {
    if (value < 10_000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return value < 1_000_000
        ? String.format(Locale.ROOT, "%.1fk", value / 1000)
        : String.format(Locale.ROOT, "%.2fM", value / 1_000_000);
  }

  /** {@code 12 KB}, {@code 840 MB} or {@code 2.4 GB}, in powers of 1024. */
  static String bytes(long value) {
    if (value < MB) {
      return (value + KB - 1) / KB + " KB";
    }
    return value < GB
        ? value / MB + " MB"
        : String.format(Locale.ROOT, "%.1f GB", (double) value / GB);
  }

  /** {@code 0:02:10}. */
  static String clock(long millis) {
    long seconds = millis / 1000;
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 12.34 s}. */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
  }

  /** {@code 96.4%} of a whole; of nothing, 0%. */
  static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f%%", whole == 0 ? 0 : 100.0 * part / whole);
  }
}
