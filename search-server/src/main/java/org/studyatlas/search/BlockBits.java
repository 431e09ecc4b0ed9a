package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.studyatlas.schema.BlockFields;

/** Goes from the sites of a segment to their studies, all at once. */
final class BlockBits {

  private BlockBits() {}

  /**
   * The studies that have one of some sites.
   *
   * <p>A study stands behind its sites. Taken as one long number, with a bit of 1 for each document
   * that is no study, the sites of a study are a run of ones that ends at it: when a site is added
   * to that number, a carry runs through the ones behind it and comes to rest at the study, and a
   * second site of the run finds no ones to carry through.
   *
   * @param sites of the segment, and no study
   */
  static FixedBitSet studiesOf(FixedBitSet sites, LeafReaderContext segment) throws IOException {
    FixedBitSet found = new FixedBitSet(sites.length());
    long[] ends = BlockFields.studyBits(segment).getBits();
    long[] added = sites.getBits();
    long[] bits = found.getBits();
    long carry = 0;
    for (int i = 0; i < bits.length; i++) {
      long run = ~ends[i];
      long sum = run + added[i] + carry;
      carry = (run & added[i] | (run | added[i]) & ~sum) >>> Long.SIZE - 1;
      bits[i] = sum & ends[i];
    }
    return found;
  }
}
