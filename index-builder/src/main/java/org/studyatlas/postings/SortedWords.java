package org.studyatlas.postings;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** The words of a dictionary in the order of their bytes, by their ranks. */
final class SortedWords {

  private final BytesRefHash words;
  private final int[] numbers;
  private final int[] ranks;

  /** Sorts them; the dictionary can be read, but must be cleared before more is added. */
  SortedWords(BytesRefHash words) {
    this.words = words;
    int size = words.size();
    numbers = words.sort();
    ranks = new int[size];
    for (int rank = 0; rank < size; rank++) {
      ranks[numbers[rank]] = rank;
    }
  }

  int size() {
    return ranks.length;
  }

  /** How many words stand before the word of that number. */
  int rank(int number) {
    return ranks[number];
  }

  /** The word of a rank; shares the dictionary's bytes. */
  BytesRef get(int rank, BytesRef into) {
    return words.get(numbers[rank], into);
  }
}
