package org.studyatlas.facet;

import java.util.Arrays;

/** Collects the numbers of the values of one study after the other. */
final class ValueSet {

  private int[] numbers = new int[16];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  /** The numbers in order, each once; it is empty then. */
  int[] take() {
    Arrays.sort(numbers, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        numbers[distinct++] = numbers[i];
      }
    }
    size = 0;
    return Arrays.copyOf(numbers, distinct);
  }
}
