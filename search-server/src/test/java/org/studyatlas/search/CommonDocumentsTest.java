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
    compare(
        (documents, common) -> {
          FixedBitSet found = new FixedBitSet(common.length());
          for (int doc = documents.nextDoc(); doc < found.length(); doc = further(documents)) {
            found.set(doc);
          }
          assertThat(documents.docID()).isEqualTo(DocIdSetIterator.NO_MORE_DOCS);
          assertThat(found).isEqualTo(common);
        });
  }

  private static int further(CommonDocuments documents) throws IOException {
    int doc = documents.docID();
    return doc % 3 == 0 ? documents.advance(doc + 1) : documents.nextDoc();
  }

  @Test
  void skips() throws Exception {
    compare(
        (documents, common) -> {
          for (int to = random.nextInt(50); to < common.length(); to += step()) {
            if (documents.docID() < to) {
              documents.advance(to);
            }
            assertThat(documents.docID()).isEqualTo(common.nextSetBit(to));
          }
        });
  }

  @Test
  void findsManyAtOnce() throws Exception {
    compare(
        (documents, common) -> {
          FixedBitSet found = new FixedBitSet(common.length());
          documents.nextDoc();
          for (int from = 0; from < common.length(); ) {
            int upTo = Math.min(common.length(), from + step());
            addPart(documents, from, upTo, found);
            assertThat(documents.docID()).isEqualTo(next(common, upTo));
            from = upTo;
          }
          assertThat(found).isEqualTo(common);
        });
  }

  private static int next(FixedBitSet common, int from) {
    return from == common.length() ? DocIdSetIterator.NO_MORE_DOCS : common.nextSetBit(from);
  }

  /** As Lucene does it: into a window of bits of its own. */
  private static void addPart(CommonDocuments documents, int from, int upTo, FixedBitSet found)
      throws IOException {
    FixedBitSet window = new FixedBitSet(upTo - from);
    documents.intoBitSet(upTo, window, from);
    FixedBitSet.orRange(window, 0, found, from, window.length());
  }

  private interface Comparison {
    void run(CommonDocuments documents, FixedBitSet common) throws IOException;
  }

  private void compare(Comparison comparison) throws IOException {
    for (int run = 0; run < RUNS; run++) {
      List<FixedBitSet> lists = lists();
      try {
        comparison.run(documents(lists), common(lists));
      } catch (AssertionError e) {
        throw new AssertionError("run %d, -Dstudyatlas.oracle.seed=%d".formatted(run, SEED), e);
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
}
