package org.studyatlas.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.BlockFields;

/**
 * Counts facets over one opened index. Exact. The values of most facets are kept in memory from
 * their first use on; MeSH terms, states and cities, and whatever counts some sites of the studies
 * only, cost one look at the values of each study or site. Safe for use by many threads.
 */
public final class FacetCounter {

  /** Bits of a place's key for each of its names: 2 million states, as many cities. */
  private static final int NAME_BITS = 21;

  private final IndexReader reader;
  private final Map<Facet, ValueNumbers> studyValues = new EnumMap<>(Facet.class);
  private final Map<String, ValueNumbers> siteValues;
  private final Map<Facet, MeshTree> trees = new EnumMap<>(Facet.class);
  private final Map<Facet, Kept> kept = new ConcurrentHashMap<>();

  /** Prepares the facets of an index; their values are numbered when a facet is first asked for. */
  public FacetCounter(IndexReader reader) throws IOException {
    this.reader = reader;
    siteValues = new HashMap<>();
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
    ValueSource source = source(facet, matches);
    KeyCounts counts =
        source == null ? tally(facet, matches) : kept(facet).read(reader, source).count(matches);
    return choose(facet, counts, top, ValueFilter.of(matching));
  }

  /** Where the values are read from that are worth keeping; null if they have to be looked up. */
  private @Nullable ValueSource source(Facet facet, List<SegmentMatches> matches) {
    String field = facet.docValues().getLast();
    return switch (facet.kind()) {
      case STUDY -> new ValueSource.Studies(numbers(facet));
      case YEAR -> new ValueSource.Years(field);
      case SITE ->
          facet.docValues().size() == 1 && matches.stream().allMatch(each -> each.sites() == null)
              ? new ValueSource.Sites(siteNumbers(field))
              : null;
      case MESH -> null;
    };
  }

  private Tally tally(Facet facet, List<SegmentMatches> matches) throws IOException {
    Tally tally = new Tally();
    for (SegmentMatches segment : matches) {
      if (facet.kind() == Facet.Kind.SITE) {
        countSites(facet, segment, tally);
      } else {
        countStudies(facet, segment, tally);
      }
    }
    return tally;
  }

  private FacetCounts choose(Facet facet, KeyCounts counts, int top, ValueFilter filter)
      throws IOException {
    List<FacetCounts.Value> values = new ArrayList<>();
    if (filter.isOpen()) {
      for (KeyCounts.Entry entry : counts.first(top)) {
        values.add(value(facet, entry));
      }
      return new FacetCounts(facet, values, counts.size());
    }
    int distinct = 0;
    for (KeyCounts.Entry entry : counts.first(counts.size())) {
      if (filter.accepts(name(facet, entry.key()))) {
        distinct++;
        if (values.size() < top) {
          values.add(value(facet, entry));
        }
      }
    }
    return new FacetCounts(facet, values, distinct);
  }

  private FacetCounts.Value value(Facet facet, KeyCounts.Entry entry) throws IOException {
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

  private Kept kept(Facet facet) {
    return kept.computeIfAbsent(facet, unread -> new Kept());
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

  private void countSites(Facet facet, SegmentMatches matches, Tally tally) throws IOException {
    FixedBitSet studies = BlockFields.studyBits(matches.segment());
    List<ValueNumbers.OfSegment> names = new ArrayList<>();
    for (String docValues : facet.docValues()) {
      names.add(siteNumbers(docValues).openKept(matches.segment(), 0));
    }
    FixedBitSet sites = matches.sites();
    int base = matches.segment().docBase;
    for (int study = first(matches); study >= 0; study = next(matches, study)) {
      int site = study == 0 ? 0 : studies.prevSetBit(study - 1) + 1;
      while (site < study) {
        site = sites == null ? site : sites.nextSetBit(site);
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

  /** The values of one facet; whoever needs them first reads them, the others wait. */
  private static final class Kept {
    private @Nullable StudyValues values;

    synchronized StudyValues read(IndexReader reader, ValueSource source) throws IOException {
      StudyValues known = values;
      if (known == null) {
        known = StudyValues.read(reader.leaves(), source);
        values = known;
      }
      return known;
    }
  }
}
