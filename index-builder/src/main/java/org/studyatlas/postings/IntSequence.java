package org.studyatlas.postings;

import java.util.Arrays;

/** Integers behind each other, in blocks, so that growing copies none of them. */
final class IntSequence {

  /** Most integers that it takes. */
  static final int MAX_SIZE = Integer.MAX_VALUE;

  private static final int BLOCK_BITS = 14;
  private static final int BLOCK_SIZE = 1 << BLOCK_BITS;
  private static final int FIRST_BLOCKS = 16;

  private int[][] blocks = new int[FIRST_BLOCKS][];
  private int allocated;
  private int size;

  void add(int value) {
    int block = size >>> BLOCK_BITS;
    if (block == allocated) {
      addBlock();
    }
    blocks[block][size & BLOCK_SIZE - 1] = value;
    size = Math.incrementExact(size);
  }

  private void addBlock() {
    if (allocated == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * allocated);
    }
    blocks[allocated] = new int[BLOCK_SIZE];
    allocated++;
  }

  int get(int index) {
    return blocks[index >>> BLOCK_BITS][index & BLOCK_SIZE - 1];
  }

  void set(int index, int value) {
    blocks[index >>> BLOCK_BITS][index & BLOCK_SIZE - 1] = value;
  }

  int size() {
    return size;
  }

  /** Keeps the blocks for more. */
  void clear() {
    size = 0;
  }

  /** Gives the blocks back that nothing is in. */
  void trim() {
    allocated = size + BLOCK_SIZE - 1 >>> BLOCK_BITS;
    Arrays.fill(blocks, allocated, blocks.length, null);
  }

  /** Memory of what it holds, in bytes: blocks that it keeps for later are not counted. */
  long ramBytesUsed() {
    return (long) Integer.BYTES * size;
  }
}
