package org.studyatlas.search;

import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.FixedBitSet;

/** Sets the bits of the documents of a segment that are found. */
final class BitMarker implements LeafCollector {

  private final FixedBitSet found;

  BitMarker(FixedBitSet found) {
    this.found = found;
  }

  @Override
  public void setScorer(Scorable scorer) {
    // scores do not matter
  }

  @Override
  public void collect(int doc) {
    found.set(doc);
  }

  @Override
  public void collectRange(int min, int max) {
    found.set(min, max);
  }
}
