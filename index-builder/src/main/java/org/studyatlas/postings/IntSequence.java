package org.studyatlas.postings;

import org.apache.lucene.util.IntBlockPool;

/** Integers behind each other, in Lucene's blocks, so that growing copies none of them. */
final class IntSequence {

  /** Most integers that it takes. */
  static final int MAX_SIZE = Integer.MAX_VALUE - IntBlockPool.INT_BLOCK_SIZE;

  private final IntBlockPool pool = new IntBlockPool();

  void add(int value) {
    if (pool.intUpto == IntBlockPool.INT_BLOCK_SIZE) {
      pool.nextBuffer();
    }
    pool.buffer[pool.intUpto++] = value;
  }

  int get(int index) {
    return pool.buffers[index >>> IntBlockPool.INT_BLOCK_SHIFT][
        index & IntBlockPool.INT_BLOCK_MASK];
  }

  void set(int index, int value) {
    pool.buffers[index >>> IntBlockPool.INT_BLOCK_SHIFT][index & IntBlockPool.INT_BLOCK_MASK] =
        value;
  }

  int size() {
    return pool.intOffset + pool.intUpto;
  }

  /** Gives the blocks back, too. */
  void clear() {
    pool.reset(false, false);
  }

  /** Memory of what it holds, in bytes. */
  long ramBytesUsed() {
    return (long) Integer.BYTES * size();
  }
}
