package org.studyatlas.facet;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.IndexReader;

/**
 * Counts facets over one opened index. Exact; costs one look at the doc values of each hit and
 * facet. Safe for use by many threads.
 */
public final class FacetCounter {

  private static final Comparator<FacetCounts.Value> BY_COUNT =
      Comparator.comparingInt(FacetCounts.Value::studies)
          .reversed()
          .thenComparing(FacetCounts.Value::value);

  private final Map<Facet, StringDocValuesReaderState> states;

  /** Prepares the facets of an index: the values' global numbers are computed once, here. */
  public FacetCounter(IndexReader reader) throws IOException {
    states = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      states.put(facet, new StringDocValuesReaderState(reader, facet.docValues()));
    }
  }

  /**
   * Counts one facet.
   *
   * @param hits the studies found
   * @param top how many values to give, at least 1
   */
  public FacetCounts count(Facet facet, FacetsCollector hits, int top) throws IOException {
    StringDocValuesReaderState state = states.get(facet);
    if (state == null) {
      throw new IllegalStateException("facet " + facet + " was not prepared");
    }
    Facets counts = new StringValueFacetCounts(state, hits);
    FacetResult result = counts.getAllChildren(facet.docValues());
    List<FacetCounts.Value> values =
        Stream.of(result.labelValues)
            .map(value -> new FacetCounts.Value(value.label, value.value.intValue()))
            .sorted(BY_COUNT)
            .limit(top)
            .toList();
    return new FacetCounts(facet, values, result.childCount);
  }
}
