package org.studyatlas.search;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Documents of one segment.
 *
 * @param bits of them, not to be changed
 * @param count of them
 */
record KeptDocuments(FixedBitSet bits, int count) {

  static KeptDocuments of(FixedBitSet bits) {
    return new KeptDocuments(bits, bits.cardinality());
  }

  /** Goes through them. */
  DocIdSetIterator iterator() {
    return new BitSetIterator(bits, count);
  }
}
