package org.studyatlas.stats;

import java.util.Arrays;

/**
 * Counts keys of texts: a hash table with open addressing, 28 bytes a slot, at most two thirds
 * full. Used by one thread.
 */
final class TextTable {

  private static final int WORDS = 3;

  private long[] entries;
  private int[] counts;
  private int size;

  /** A table with that many slots to start with, a power of two. */
  TextTable(int slots) {
    entries = new long[slots * WORDS];
    counts = new int[slots];
  }

  /**
   * Counts a key.
   *
   * @param place kept if the key is new
   * @return its slot, valid until the next call
   */
  int add(long high, long low, long place) {
    if (3 * (size + 1) > 2 * counts.length) {
      grow();
    }
    int slot = slot(high, low);
    if (counts[slot]++ == 0) {
      size++;
      put(slot, high, low, place);
    }
    return slot;
  }

  private void put(int slot, long high, long low, long place) {
    int word = slot * WORDS;
    entries[word] = high;
    entries[word + 1] = low;
    entries[word + 2] = place;
  }

  /** The slot of the key, or the free one that it would take. */
  private int slot(long high, long low) {
    int mask = counts.length - 1;
    int slot = (int) low & mask;
    while (counts[slot] > 0 && (high(slot) != high || low(slot) != low)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldEntries = entries;
    int[] oldCounts = counts;
    entries = new long[oldEntries.length * 2];
    counts = new int[oldCounts.length * 2];
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] > 0) {
        int word = i * WORDS;
        int slot = slot(oldEntries[word], oldEntries[word + 1]);
        put(slot, oldEntries[word], oldEntries[word + 1], oldEntries[word + 2]);
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Number of slots; those with a count of 0 are empty. */
  int slots() {
    return counts.length;
  }

  /** Number of keys. */
  int size() {
    return size;
  }

  int count(int slot) {
    return counts[slot];
  }

  long high(int slot) {
    return entries[slot * WORDS];
  }

  long low(int slot) {
    return entries[slot * WORDS + 1];
  }

  long place(int slot) {
    return entries[slot * WORDS + 2];
  }

  void setPlace(int slot, long place) {
    entries[slot * WORDS + 2] = place;
  }

  /** Forgets all keys. */
  void clear() {
    Arrays.fill(counts, 0);
    size = 0;
  }
}
