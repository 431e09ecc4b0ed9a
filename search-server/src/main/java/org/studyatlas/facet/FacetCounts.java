package org.studyatlas.facet;

import java.util.List;

/**
 * Counts of one facet over the studies of a search.
 *
 * @param facet what was counted by
 * @param values the most frequent values, by count, then by value
 * @param distinct number of different values in all
 */
public record FacetCounts(Facet facet, List<Value> values, int distinct) {

  /**
   * A value.
   *
   * @param value as the registry writes it
   * @param studies number of studies that have it
   */
  public record Value(String value, int studies) {}

  /** Copies the list. */
  public FacetCounts {
    values = List.copyOf(values);
  }
}
