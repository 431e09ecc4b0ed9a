package org.studyatlas.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.RoaringDocIdSet;

/**
 * Documents of one segment.
 *
 * @param set of them
 * @param count of them
 */
record KeptDocuments(DocIdSet set, int count) {

  /** Where fewer than one document of so many is found, a bit for each one wastes memory. */
  private static final int SPARSE = 64;

  /** Keeps the documents of those bits, which must not change any more. */
  static KeptDocuments of(FixedBitSet bits) throws IOException {
    int count = bits.cardinality();
    DocIdSet set =
        count >= bits.length() / SPARSE
            ? new BitDocIdSet(bits, count)
            : new RoaringDocIdSet.Builder(bits.length())
                .add(new BitSetIterator(bits, count))
                .build();
    return new KeptDocuments(set, count);
  }

  /** Goes through them. */
  DocIdSetIterator iterator() throws IOException {
    return Objects.requireNonNullElse(set.iterator(), DocIdSetIterator.empty());
  }
}
