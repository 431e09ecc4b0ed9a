package org.studyatlas.facet;

import java.util.List;

/**
 * Counts of one facet over the studies of a search.
 *
 * @param facet what was counted by
 * @param values the most frequent values, by count, then by value
 * @param distinct number of different values in all, of those that were asked for
 */
public record FacetCounts(Facet facet, List<Value> values, int distinct) {

  /**
   * A value.
   *
   * @param value as the registry writes it
   * @param above the values that it is below of, from the general to the special: the country of a
   *     state, the MeSH terms above a term
   * @param studies number of studies that have it
   */
  public record Value(String value, List<String> above, int studies) {
    /** Copies the list. */
    public Value {
      above = List.copyOf(above);
    }

    /** One that is below nothing. */
    public Value(String value, int studies) {
      this(value, List.of(), studies);
    }
  }

  /** Copies the list. */
  public FacetCounts {
    values = List.copyOf(values);
  }

  /** Number of values that are not shown. */
  public int more() {
    return distinct - values.size();
  }
}
