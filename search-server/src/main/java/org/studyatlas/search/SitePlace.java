package org.studyatlas.search;

/**
 * A site's place in the order of sites: nearest first, in whole centimetres, which is how finely
 * the index knows a point; then by NCT id; then as in the record. Sites that nothing tells the
 * place of come last.
 *
 * @param key distance and NCT id, see {@link #key}
 * @param doc number of the site's document; within a study these follow the record
 */
record SitePlace(long key, int doc) implements Comparable<SitePlace> {

  /** Bits that hold any NCT id's number. */
  private static final int ID_BITS = 27;

  private static final long NOWHERE = (1L << 32) - 1;

  /**
   * The key of a site.
   *
   * @param meters distance; infinite if unknown, NaN if none is asked for
   * @param id number of the study's NCT id
   */
  static long key(double meters, int id) {
    long centimeters =
        Double.isNaN(meters) ? 0 : Double.isInfinite(meters) ? NOWHERE : Math.round(meters * 100);
    return centimeters << ID_BITS | id;
  }

  @Override
  public int compareTo(SitePlace other) {
    return compare(key, doc, other.key, other.doc);
  }

  static int compare(long key1, int doc1, long key2, int doc2) {
    int byKey = Long.compare(key1, key2);
    return byKey != 0 ? byKey : Integer.compare(doc1, doc2);
  }
}
