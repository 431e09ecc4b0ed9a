package org.studyatlas.postings;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/**
 * The postings of one field: which documents have which words where, by a counting sort.
 *
 * <p>A window of words at a time, so that the sorted entries of a large field take little memory;
 * for each window the tokens are read again, one after the other.
 */
final class FieldPostings {

  /** Entries of a window, unless one word has more. */
  static final int WINDOW = 1 << 21;

  private static final int NO_RANK = DocIdSetIterator.NO_MORE_DOCS;

  private static final int POSITION_BITS = 31;
  private static final int DOCUMENT_SHIFT = POSITION_BITS + WordBuffer.PAYLOAD_BITS;
  private static final int PAYLOAD_MASK = (1 << WordBuffer.PAYLOAD_BITS) - 1;

  private final WordBuffer buffer;
  private final IntSequence tokens;
  private final SortedWords words;
  private final int window;

  /**
   * By rank: how many entries a word has; in the window, where its next one goes, so that it tells
   * where they end once they are sorted.
   */
  private final int[] counts;

  private final FixedBitSet present;
  private int[] documents = new int[1];
  private int[] runs = new int[1];
  private int size;
  private long[] entries = new long[0];
  private int windowEnd;
  private int rank;
  private int from;
  private int to;

  /**
   * Starts without a field.
   *
   * @param buffer that holds the runs
   * @param words of its dictionary
   * @param window entries that are sorted at a time, unless one word has more
   */
  FieldPostings(WordBuffer buffer, SortedWords words, int window) {
    this.buffer = buffer;
    this.words = words;
    this.window = window;
    tokens = buffer.tokens();
    counts = new int[words.size()];
    present = new FixedBitSet(Math.max(1, words.size()));
  }

  SortedWords words() {
    return words;
  }

  /** Begins a field. */
  void begin() {
    size = 0;
    present.clear();
  }

  /** Adds a document of the field; in their order, before the first word is asked for. */
  void add(int document, int run) {
    if (size == documents.length) {
      documents = ArrayUtil.grow(documents, size + 1);
      runs = ArrayUtil.growExact(runs, documents.length);
    }
    documents[size] = document;
    runs[size++] = run;
    int end = buffer.runEnd(run);
    for (int i = buffer.runStart(run); i < end; i++) {
      int token = tokens.get(i);
      if (token != WordBuffer.NO_WORD) {
        int wordRank = words.rank(token >>> WordBuffer.PAYLOAD_BITS);
        tokens.set(i, wordRank << WordBuffer.PAYLOAD_BITS | token & PAYLOAD_MASK);
        counts[wordRank]++;
        present.set(wordRank);
      }
    }
  }

  /** Goes before the first word. */
  void start() {
    rank = -1;
    windowEnd = 0;
    to = 0;
  }

  /** Goes to the next word that a document of the field has; false if there is none. */
  boolean next() {
    int after = rank + 1;
    rank = after < present.length() ? present.nextSetBit(after) : NO_RANK;
    if (rank == NO_RANK) {
      return false;
    }
    if (rank >= windowEnd) {
      sortWindow();
      to = 0;
    }
    from = to;
    to = counts[rank];
    counts[rank] = 0;
    return true;
  }

  /** Sorts the entries of the next words. */
  private void sortWindow() {
    int total = 0;
    int word = rank;
    while (word != NO_RANK && (total == 0 || total + counts[word] <= window)) {
      int count = counts[word];
      counts[word] = total;
      total += count;
      windowEnd = word + 1;
      word = windowEnd < present.length() ? present.nextSetBit(windowEnd) : NO_RANK;
    }
    if (entries.length < total) {
      entries = new long[ArrayUtil.oversize(total, Long.BYTES)];
    }
    for (int i = 0; i < size; i++) {
      sort(i);
    }
  }

  private void sort(int document) {
    int start = buffer.runStart(runs[document]);
    int end = buffer.runEnd(runs[document]);
    long head = (long) document << DOCUMENT_SHIFT;
    for (int i = start; i < end; i++) {
      int token = tokens.get(i);
      int word = token >>> WordBuffer.PAYLOAD_BITS;
      if (word >= rank && word < windowEnd && token != WordBuffer.NO_WORD) {
        entries[counts[word]++] =
            head | (long) (i - start) << WordBuffer.PAYLOAD_BITS | token & PAYLOAD_MASK;
      }
    }
  }

  /** How many words stand before the current one in the dictionary. */
  int rank() {
    return rank;
  }

  /** The first entry of the current word. */
  int from() {
    return from;
  }

  /** The entry behind the last one of the current word. */
  int to() {
    return to;
  }

  /** Tells entries of different documents apart. */
  int documentIndex(int entry) {
    return (int) (entries[entry] >>> DOCUMENT_SHIFT);
  }

  /** The document of an entry. */
  int document(int entry) {
    return documents[documentIndex(entry)];
  }

  /** The position of an entry in its field. */
  int position(int entry) {
    return (int) (entries[entry] >>> WordBuffer.PAYLOAD_BITS) & Integer.MAX_VALUE;
  }

  /** The code of the payload of an entry. */
  int payload(int entry) {
    return (int) entries[entry] & PAYLOAD_MASK;
  }

  /** The token that an entry was made of. */
  int token(int entry) {
    return buffer.runStart(runs[documentIndex(entry)]) + position(entry);
  }
}
