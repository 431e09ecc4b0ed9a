package org.studyatlas.stats;

/** Where a text stands, packed into a long: its field, its length and its record. */
final class TextPlace {

  private static final int RECORD_BITS = 29;
  private static final int LENGTH_BITS = 25;

  /** Largest number of records. */
  static final int MAX_RECORDS = 1 << RECORD_BITS;

  /** Longest text; the mapping's parser stops at 20,000,000. */
  static final int MAX_LENGTH = (1 << LENGTH_BITS) - 1;

  private TextPlace() {}

  /**
   * Packs the place.
   *
   * @param field its position in the data model, below 1024
   * @param length of the text in UTF-16 units
   * @param record its number
   */
  static long of(int field, int length, int record) {
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException("text of " + length + " characters is too long");
    }
    return ((long) field << LENGTH_BITS | length) << RECORD_BITS | record;
  }

  /** The same place in another record. */
  static long inRecord(long place, int record) {
    return place & -MAX_RECORDS | record;
  }

  static int field(long place) {
    return (int) (place >>> RECORD_BITS + LENGTH_BITS);
  }

  static int length(long place) {
    return (int) (place >>> RECORD_BITS) & MAX_LENGTH;
  }

  static int record(long place) {
    return (int) place & MAX_RECORDS - 1;
  }
}
