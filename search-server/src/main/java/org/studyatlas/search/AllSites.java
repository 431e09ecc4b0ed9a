package org.studyatlas.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntroSorter;

/** Keeps the places of all sites, 12 bytes each that a lease holds, and puts them in order. */
final class AllSites implements SiteScan.Visitor {

  private static final int FIRST = 1_024;

  private final Lease lease;
  private long[] keys = {};
  private int[] docs = {};
  private int size;

  AllSites(Lease lease) {
    this.lease = lease;
  }

  @Override
  public void visit(long key, int doc) {
    if (size == keys.length) {
      grow(Math.max(FIRST, ArrayUtil.oversize(size + 1, Long.BYTES)));
    }
    keys[size] = key;
    docs[size] = doc;
    size++;
  }

  private void grow(int length) {
    lease.hold((long) (length - size) * (Long.BYTES + Integer.BYTES));
    keys = ArrayUtil.growExact(keys, length);
    docs = ArrayUtil.growExact(docs, length);
  }

  void sort() {
    new Sorter().sort(0, size);
  }

  int size() {
    return size;
  }

  /** A part of the list, from its first element on. */
  List<SitePlace> part(int from, int count) {
    int end = Math.min(size, from + count);
    List<SitePlace> part = new ArrayList<>(end - from);
    for (int i = from; i < end; i++) {
      part.add(new SitePlace(keys[i], docs[i]));
    }
    return part;
  }

  private final class Sorter extends IntroSorter {
    private long pivotKey;
    private int pivotDoc;

    @Override
    protected void setPivot(int i) {
      pivotKey = keys[i];
      pivotDoc = docs[i];
    }

    @Override
    protected int comparePivot(int j) {
      return SitePlace.compare(pivotKey, pivotDoc, keys[j], docs[j]);
    }

    @Override
    protected void swap(int i, int j) {
      long key = keys[i];
      keys[i] = keys[j];
      keys[j] = key;
      int doc = docs[i];
      docs[i] = docs[j];
      docs[j] = doc;
    }
  }
}
