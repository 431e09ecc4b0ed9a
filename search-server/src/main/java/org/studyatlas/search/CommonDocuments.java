package org.studyatlas.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * What several lists of documents have in common.
 *
 * <p>One document after the other is found as Lucene does it. If many are asked for at once and the
 * lists are long, they are laid over each other as bits, a few thousand documents at a time. Lucene
 * does that only for a query that stands alone, not for the parts of a choice; and its own iterator
 * over what lists have in common cannot go on from where a window has left them.
 */
final class CommonDocuments extends DocIdSetIterator {

  private static final int WINDOW = 4096;

  /** Least documents of the shortest list in a window, on average, for which bits pay. */
  private static final int LEAST_IN_WINDOW = 10;

  /** How many times longer than the shortest one a list may be for that. */
  private static final int MOST_TIMES = 32;

  private final DocIdSetIterator lead;
  private final List<DocIdSetIterator> others;
  private final boolean dense;
  private final FixedBitSet common;
  private final FixedBitSet other;
  private int doc = -1;

  /**
   * Lays lists over each other.
   *
   * @param lists two or more, before their first documents
   * @param maxDoc number of documents of the segment
   */
  CommonDocuments(List<DocIdSetIterator> lists, int maxDoc) {
    List<DocIdSetIterator> byLength =
        lists.stream().sorted(Comparator.comparingLong(DocIdSetIterator::cost)).toList();
    lead = byLength.getFirst();
    others = byLength.subList(1, byLength.size());
    dense =
        lead.cost() * WINDOW >= (long) LEAST_IN_WINDOW * maxDoc
            && byLength.getLast().cost() <= MOST_TIMES * lead.cost();
    common = new FixedBitSet(dense ? WINDOW : 0);
    other = new FixedBitSet(dense ? WINDOW : 0);
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public int nextDoc() throws IOException {
    doc = meet(lead.nextDoc());
    return doc;
  }

  @Override
  public int advance(int target) throws IOException {
    doc = meet(lead.advance(target));
    return doc;
  }

  @Override
  public long cost() {
    return lead.cost();
  }

  /** The first document of all lists from there on; the shortest one is there. */
  private int meet(int from) throws IOException {
    int at = from;
    for (int i = 0; i < others.size() && at != NO_MORE_DOCS; i++) {
      DocIdSetIterator list = others.get(i);
      int there = list.docID() < at ? list.advance(at) : list.docID();
      if (there > at) {
        at = lead.advance(there);
        i = -1; // all of them once more
      }
    }
    return at;
  }

  @Override
  public void intoBitSet(int upTo, FixedBitSet bits, int offset) throws IOException {
    if (!dense) {
      super.intoBitSet(upTo, bits, offset);
      return;
    }
    while (doc < upTo) {
      int from = doc;
      int to = Math.min(upTo, from + WINDOW);
      lay(from, to);
      FixedBitSet.orRange(common, 0, bits, from - offset, to - from);
      doc = meet(lead.docID());
    }
  }

  private void lay(int from, int to) throws IOException {
    common.clear();
    lead.intoBitSet(to, common, from);
    for (DocIdSetIterator list : others) {
      other.clear();
      if (list.docID() < from) {
        list.advance(from);
      }
      list.intoBitSet(to, other, from);
      common.and(other);
    }
  }
}
