package org.studyatlas.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.BlockFields;

/**
 * Which MeSH terms stand above which, learnt from the records: a study lists its terms and, in one
 * list, all that are above any of them. So what is above a term is in that list in every study with
 * the term, and in more studies than the term itself.
 *
 * <p>Made on first use, by one walk over the terms of all studies. Safe for use by many threads.
 */
final class MeshTree {

  private static final int TERMS = 0;
  private static final int ABOVE = 1;

  private final IndexReader reader;
  private final ValueNumbers numbers;
  private @Nullable Learnt learnt;

  /**
   * What the records tell.
   *
   * @param studies number of studies by term
   * @param above numbers of the terms above, by term; null if no study has the term
   */
  private record Learnt(int[] studies, int[][] above) {}

  MeshTree(IndexReader reader, ValueNumbers numbers) {
    this.reader = reader;
    this.numbers = numbers;
  }

  /** The terms above a term, from the general to the special; empty if none is known. */
  List<String> above(int number) throws IOException {
    Learnt tree = learnt();
    int[] found = number < tree.above().length ? tree.above()[number] : null;
    if (found == null) {
      return List.of();
    }
    int[] ordered =
        Arrays.stream(found)
            .filter(other -> tree.studies()[other] > tree.studies()[number])
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(other -> -tree.studies()[other])
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<String> names = new ArrayList<>(ordered.length);
    for (int other : ordered) {
      names.add(numbers.value(other));
    }
    return names;
  }

  private synchronized Learnt learnt() throws IOException {
    if (learnt == null) {
      Learnt fresh = new Learnt(new int[numbers.size()], new int[numbers.size()][]);
      for (LeafReaderContext segment : reader.leaves()) {
        learn(segment, fresh);
      }
      learnt = fresh;
    }
    return learnt;
  }

  private void learn(LeafReaderContext segment, Learnt tree) throws IOException {
    BitSet studies = BlockFields.studyBits(segment);
    ValueNumbers.OfSegment terms = numbers.open(segment, TERMS);
    ValueNumbers.OfSegment above = numbers.open(segment, ABOVE);
    DocIdSetIterator each = new BitSetIterator(studies, studies.approximateCardinality());
    for (int study = each.nextDoc();
        study != DocIdSetIterator.NO_MORE_DOCS;
        study = each.nextDoc()) {
      learn(read(terms, study), read(above, study), tree);
    }
  }

  private static int[] read(ValueNumbers.OfSegment values, int study) throws IOException {
    int[] read = new int[values.advance(study)];
    for (int i = 0; i < read.length; i++) {
      read[i] = values.next();
    }
    Arrays.sort(read);
    return read;
  }

  private static void learn(int[] terms, int[] above, Learnt tree) {
    int[] all = IntStream.concat(IntStream.of(terms), IntStream.of(above)).distinct().toArray();
    Arrays.sort(all);
    for (int number : all) {
      tree.studies()[number]++;
      boolean alone = terms.length == 1 && terms[0] == number;
      int[] candidates = alone ? above : all;
      int[] before = tree.above()[number];
      tree.above()[number] =
          before == null ? without(candidates, number) : intersection(before, candidates);
    }
  }

  private static int[] without(int[] sorted, int number) {
    return IntStream.of(sorted).filter(other -> other != number).toArray();
  }

  private static int[] intersection(int[] before, int[] sorted) {
    for (int other : before) {
      if (Arrays.binarySearch(sorted, other) < 0) {
        return IntStream.of(before).filter(x -> Arrays.binarySearch(sorted, x) >= 0).toArray();
      }
    }
    return before;
  }
}
