package org.studyatlas.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.NumberIndex;

/**
 * Counts facets over one opened index. Exact; costs one look at the doc values of each study (of
 * each matching site, where the facet is about sites). Safe for use by many threads.
 */
public final class FacetCounter {

  /** Bits of a place's key for each of its names: 2 million states, as many cities. */
  private static final int NAME_BITS = 21;

  private final IndexReader reader;
  private final Map<Facet, ValueNumbers> studyValues = new EnumMap<>(Facet.class);
  private final Map<String, ValueNumbers> siteValues;
  private final Map<Facet, MeshTree> trees = new EnumMap<>(Facet.class);

  /** Prepares the facets of an index: the values' global numbers are computed once, here. */
  public FacetCounter(IndexReader reader) throws IOException {
    this.reader = reader;
    siteValues = new java.util.HashMap<>();
    for (Facet facet : Facet.values()) {
      switch (facet.kind()) {
        case STUDY -> studyValues.put(facet, new ValueNumbers(reader, facet.docValues()));
        case MESH -> {
          ValueNumbers numbers = new ValueNumbers(reader, facet.docValues());
          studyValues.put(facet, numbers);
          trees.put(facet, new MeshTree(reader, numbers));
        }
        case SITE -> {
          for (String name : facet.docValues()) {
            if (!siteValues.containsKey(name)) {
              siteValues.put(name, new ValueNumbers(reader, List.of(name)));
            }
          }
        }
        case YEAR -> {}
      }
    }
  }

  /**
   * Counts one facet.
   *
   * @param matches the studies found and the sites that count, by segment
   * @param top how many values to give, at least 1
   * @param matching beginning of a word of the values to give, in any case; null for all
   */
  public FacetCounts count(
      Facet facet, List<SegmentMatches> matches, int top, @Nullable String matching)
      throws IOException {
    Tally tally = new Tally();
    for (SegmentMatches segment : matches) {
      switch (facet.kind()) {
        case STUDY, MESH -> countStudies(facet, segment, tally);
        case YEAR -> countYears(facet, segment, tally);
        case SITE -> countSites(facet, segment, tally);
      }
    }
    return choose(facet, tally, top, ValueFilter.of(matching));
  }

  private FacetCounts choose(Facet facet, Tally tally, int top, ValueFilter filter)
      throws IOException {
    List<FacetCounts.Value> values = new ArrayList<>();
    if (filter.isOpen()) {
      for (Tally.Entry entry : tally.first(top)) {
        values.add(value(facet, entry));
      }
      return new FacetCounts(facet, values, tally.size());
    }
    int distinct = 0;
    for (Tally.Entry entry : tally.first(tally.size())) {
      if (filter.accepts(name(facet, entry.key()))) {
        distinct++;
        if (values.size() < top) {
          values.add(value(facet, entry));
        }
      }
    }
    return new FacetCounts(facet, values, distinct);
  }

  private FacetCounts.Value value(Facet facet, Tally.Entry entry) throws IOException {
    return new FacetCounts.Value(
        name(facet, entry.key()), above(facet, entry.key()), entry.count());
  }

  private String name(Facet facet, long key) throws IOException {
    return switch (facet.kind()) {
      case STUDY, MESH -> numbers(facet).value((int) key);
      case YEAR -> Long.toString(key);
      case SITE -> siteName(facet.docValues().getLast(), key);
    };
  }

  private List<String> above(Facet facet, long key) throws IOException {
    return switch (facet.kind()) {
      case STUDY, YEAR -> List.of();
      case MESH -> tree(facet).above((int) key);
      case SITE -> places(facet, key);
    };
  }

  private List<String> places(Facet facet, long key) throws IOException {
    List<String> places = new ArrayList<>();
    long rest = key >>> NAME_BITS;
    for (int i = facet.docValues().size() - 2; i >= 0; i--) {
      String name = siteName(facet.docValues().get(i), rest);
      if (!name.isEmpty()) {
        places.addFirst(name);
      }
      rest >>>= NAME_BITS;
    }
    return places;
  }

  /** The name of the lowest part of a key; 0 stands for none. */
  private String siteName(String docValues, long key) throws IOException {
    int number = (int) (key & ((1L << NAME_BITS) - 1));
    return number == 0 ? "" : siteNumbers(docValues).value(number - 1);
  }

  private ValueNumbers numbers(Facet facet) {
    ValueNumbers numbers = studyValues.get(facet);
    if (numbers == null) {
      throw new IllegalStateException("facet " + facet + " was not prepared");
    }
    return numbers;
  }

  private ValueNumbers siteNumbers(String docValues) {
    ValueNumbers numbers = siteValues.get(docValues);
    if (numbers == null) {
      throw new IllegalStateException("values " + docValues + " were not prepared");
    }
    return numbers;
  }

  private MeshTree tree(Facet facet) {
    MeshTree tree = trees.get(facet);
    if (tree == null) {
      throw new IllegalStateException("facet " + facet + " has no tree");
    }
    return tree;
  }

  private void countStudies(Facet facet, SegmentMatches matches, Tally tally) throws IOException {
    ValueNumbers numbers = numbers(facet);
    List<ValueNumbers.OfSegment> fields = new ArrayList<>();
    for (int i = 0; i < facet.docValues().size(); i++) {
      fields.add(numbers.open(matches.segment(), i));
    }
    int base = matches.segment().docBase;
    for (int study = first(matches); study >= 0; study = next(matches, study)) {
      for (ValueNumbers.OfSegment values : fields) {
        for (int i = values.advance(study); i > 0; i--) {
          tally.add(values.next(), base + study);
        }
      }
    }
  }

  private static void countYears(Facet facet, SegmentMatches matches, Tally tally)
      throws IOException {
    SortedNumericDocValues days =
        DocValues.getSortedNumeric(matches.segment().reader(), facet.docValues().getFirst());
    int base = matches.segment().docBase;
    for (int study = first(matches); study >= 0; study = next(matches, study)) {
      if (days.advanceExact(study)) {
        for (int i = days.docValueCount(); i > 0; i--) {
          tally.add(Math.max(0, NumberIndex.yearOf(days.nextValue())), base + study);
        }
      }
    }
  }

  private void countSites(Facet facet, SegmentMatches matches, Tally tally) throws IOException {
    BitSet studies = BlockFields.studyBits().getBitSet(matches.segment());
    if (studies == null) {
      return;
    }
    List<ValueNumbers.OfSegment> names = new ArrayList<>();
    for (String docValues : facet.docValues()) {
      names.add(siteNumbers(docValues).open(matches.segment(), 0));
    }
    int base = matches.segment().docBase;
    for (int study = first(matches); study >= 0; study = next(matches, study)) {
      int site = study == 0 ? 0 : studies.prevSetBit(study - 1) + 1;
      while (site < study) {
        site = matches.sites().nextSetBit(site);
        if (site < study) {
          long key = key(names, site);
          if (key >= 0) {
            tally.add(key, base + study);
          }
          site++;
        }
      }
    }
  }

  /** The names of a site in one number; negative if it lacks the last one. */
  private static long key(List<ValueNumbers.OfSegment> names, int site) throws IOException {
    long key = 0;
    boolean complete = false;
    for (ValueNumbers.OfSegment values : names) {
      complete = values.advance(site) > 0;
      key = key << NAME_BITS | (complete ? values.next() + 1 : 0);
    }
    return complete ? key : -1;
  }

  private static int first(SegmentMatches matches) {
    return following(matches, 0);
  }

  private static int next(SegmentMatches matches, int study) {
    return following(matches, study + 1);
  }

  private static int following(SegmentMatches matches, int from) {
    int found = from < matches.studies().length() ? matches.studies().nextSetBit(from) : -1;
    return found == DocIdSetIterator.NO_MORE_DOCS ? -1 : found;
  }

  /** Computes what is computed on first use. */
  public void warm() throws IOException {
    for (MeshTree tree : trees.values()) {
      tree.above(0);
    }
  }
}
