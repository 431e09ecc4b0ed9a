package org.studyatlas.facet;

import java.util.Arrays;
import java.util.List;

/**
 * Counts studies per key, each study once, however often it has the key. Keys are put in study by
 * study. A hash table of parallel arrays, since there may be millions of sites to go through.
 */
final class Tally implements KeyCounts {

  private static final int FIRST_SIZE = 256;
  private static final long FREE = -1;

  private long[] keys = new long[FIRST_SIZE];
  private int[] counts = new int[FIRST_SIZE];
  private int[] lastStudies = new int[FIRST_SIZE];
  private int size;

  Tally() {
    Arrays.fill(keys, FREE);
  }

  /** Counts a study for a key, 0 or more, unless it was the last one counted for it. */
  void add(long key, int study) {
    int slot = slot(keys, key);
    if (keys[slot] == FREE) {
      keys[slot] = key;
      counts[slot] = 1;
      lastStudies[slot] = study;
      if (++size > keys.length / 2) {
        grow();
      }
    } else if (lastStudies[slot] != study) {
      counts[slot]++;
      lastStudies[slot] = study;
    }
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    int[] oldStudies = lastStudies;
    keys = new long[2 * oldKeys.length];
    counts = new int[keys.length];
    lastStudies = new int[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
        lastStudies[slot] = oldStudies[i];
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<Entry> first(int most) {
    MostFrequent first = new MostFrequent(most);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        first.offer(keys[i], counts[i]);
      }
    }
    return first.inOrder();
  }
}
