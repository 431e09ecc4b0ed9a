package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

/** Compares it with bits laid over each other, for lists of all lengths. */
class CommonDocumentsTest {

  private static final int RUNS = 400;
  private static final long SEED =
      Long.getLong("studyatlas.oracle.seed", System.nanoTime() & 0xffffff);

  private final Random random = new Random(SEED);

  @Test
  void findsOneAfterTheOther() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      List<FixedBitSet> lists = lists();
      CommonDocuments documents = documents(lists);
      FixedBitSet found = new FixedBitSet(lists.getFirst().length());
      for (int doc = documents.nextDoc(); doc < found.length(); doc = further(documents)) {
        found.set(doc);
        assertThat(documents.docID()).as(context(run)).isEqualTo(doc);
      }
      assertThat(documents.docID()).as(context(run)).isEqualTo(DocIdSetIterator.NO_MORE_DOCS);
      assertThat(found).as(context(run)).isEqualTo(common(lists));
    }
  }

  private static int further(CommonDocuments documents) throws IOException {
    int doc = documents.docID();
    return doc % 3 == 0 ? documents.advance(doc + 1) : documents.nextDoc();
  }

  @Test
  void skips() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      List<FixedBitSet> lists = lists();
      FixedBitSet common = common(lists);
      CommonDocuments documents = documents(lists);
      for (int target = random.nextInt(50); target < common.length(); target += step()) {
        int expected = common.nextSetBit(target);
        int found = documents.docID() < target ? documents.advance(target) : documents.docID();
        assertThat(found).as(context(run)).isEqualTo(expected);
        if (found == DocIdSetIterator.NO_MORE_DOCS) {
          break;
        }
      }
    }
  }

  @Test
  void findsManyAtOnce() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      List<FixedBitSet> lists = lists();
      FixedBitSet common = common(lists);
      CommonDocuments documents = documents(lists);
      FixedBitSet found = new FixedBitSet(common.length());
      documents.nextDoc();
      int from = 0;
      while (documents.docID() != DocIdSetIterator.NO_MORE_DOCS) {
        int upTo = Math.min(common.length(), from + 1 + step());
        part(documents, from, upTo, found);
        int expected = upTo == common.length() ? -1 : common.nextSetBit(upTo);
        assertThat(documents.docID())
            .as(context(run))
            .isEqualTo(expected < 0 ? DocIdSetIterator.NO_MORE_DOCS : expected);
        from = upTo;
      }
      assertThat(found).as(context(run)).isEqualTo(common);
    }
  }

  /** As Lucene does it: into a window of bits of its own. */
  private static void part(CommonDocuments documents, int from, int upTo, FixedBitSet found)
      throws IOException {
    FixedBitSet window = new FixedBitSet(upTo - from);
    documents.intoBitSet(upTo, window, from);
    for (int i = 0; i < window.length(); i++) {
      if (window.get(i)) {
        found.set(from + i);
      }
    }
  }

  private int step() {
    return random.nextBoolean() ? 1 + random.nextInt(300) : 1 + random.nextInt(9_000);
  }

  private List<FixedBitSet> lists() {
    int maxDoc = 1 + random.nextInt(30_000);
    List<FixedBitSet> lists = new ArrayList<>();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      FixedBitSet list = new FixedBitSet(maxDoc);
      double share = Math.pow(random.nextDouble(), 3);
      for (int doc = 0; doc < maxDoc; doc++) {
        if (random.nextDouble() < share) {
          list.set(doc);
        }
      }
      lists.add(list);
    }
    return lists;
  }

  private static CommonDocuments documents(List<FixedBitSet> lists) {
    List<DocIdSetIterator> iterators = new ArrayList<>();
    for (FixedBitSet list : lists) {
      iterators.add(new BitSetIterator(list, list.cardinality()));
    }
    return new CommonDocuments(iterators, lists.getFirst().length());
  }

  private static FixedBitSet common(List<FixedBitSet> lists) {
    FixedBitSet common = lists.getFirst().clone();
    lists.forEach(common::and);
    return common;
  }

  private static String context(int run) {
    return "run %d, -Dstudyatlas.oracle.seed=%d".formatted(run, SEED);
  }
}
