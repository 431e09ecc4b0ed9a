package org.studyatlas.facet;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.studyatlas.schema.BlockFields;

/**
 * The values that each study of an index has in a facet, in memory: all values of a study are one
 * set, most sets are those of many studies, and of a study only the number of its set is kept. That
 * is four bytes a study, and counting is one look at them for each study that was found.
 *
 * <p>Safe for use by many threads, once made.
 */
final class StudyValues {

  /** By number of the segment, then by the study's place among the studies of the segment. */
  private final List<int[]> setsOfStudies = new ArrayList<>();

  /** Members of each set, each once. */
  private final List<int[]> sets = new ArrayList<>();

  private int size;

  /** Reads them; takes as long as a search for all studies. */
  static StudyValues read(List<LeafReaderContext> segments, ValueSource source) throws IOException {
    StudyValues values = new StudyValues();
    Map<IntBuffer, Integer> numbers = new HashMap<>();
    for (LeafReaderContext segment : segments) {
      values.setsOfStudies.add(values.read(segment, source.open(segment), numbers));
    }
    return values;
  }

  private int[] read(
      LeafReaderContext segment, ValueSource.OfSegment source, Map<IntBuffer, Integer> numbers)
      throws IOException {
    FixedBitSet studies = BlockFields.studyBits(segment);
    int[] setOfStudy = new int[studies.cardinality()];
    ValueSet set = new ValueSet();
    int first = 0;
    for (int i = 0; i < setOfStudy.length; i++) {
      int study = studies.nextSetBit(first);
      source.add(first, study, set);
      setOfStudy[i] = number(set, numbers);
      first = study + 1;
    }
    return setOfStudy;
  }

  private int number(ValueSet set, Map<IntBuffer, Integer> numbers) {
    int[] members = set.take();
    Integer known = numbers.putIfAbsent(IntBuffer.wrap(members), sets.size());
    if (known != null) {
      return known;
    }
    sets.add(members);
    if (members.length > 0) {
      size = Math.max(size, members[members.length - 1] + 1);
    }
    return sets.size() - 1;
  }

  /** How many of the studies have each value. */
  NumberCounts count(List<SegmentMatches> matches) throws IOException {
    int[] bySet = new int[sets.size()];
    for (SegmentMatches found : matches) {
      count(found, setsOfStudies.get(found.segment().ord), bySet);
    }
    int[] byValue = new int[size];
    for (int set = 0; set < bySet.length; set++) {
      if (bySet[set] > 0) {
        for (int value : sets.get(set)) {
          byValue[value] += bySet[set];
        }
      }
    }
    return new NumberCounts(byValue);
  }

  private static void count(SegmentMatches matches, int[] setOfStudy, int[] bySet)
      throws IOException {
    long[] all = BlockFields.studyBits(matches.segment()).getBits();
    long[] found = matches.studies().getBits();
    int before = 0;
    for (int i = 0; i < found.length; i++) {
      for (long rest = found[i]; rest != 0; rest &= rest - 1) {
        long below = Long.lowestOneBit(rest) - 1;
        bySet[setOfStudy[before + Long.bitCount(all[i] & below)]]++;
      }
      before += Long.bitCount(all[i]);
    }
  }
}
