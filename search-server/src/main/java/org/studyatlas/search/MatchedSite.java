package org.studyatlas.search;

import java.util.Comparator;

/**
 * A site of a study that fulfils the site conditions of a search.
 *
 * @param ordinal its position in the record's list of sites, from 0
 * @param meters distance from the search's origin; infinite if nothing tells where it is, NaN if
 *     the search has no origin
 * @param resolved whether it has no coordinates of its own, and lies where other sites of its city
 *     do
 */
public record MatchedSite(int ordinal, double meters, boolean resolved) {

  /** What a distance is exact to: the registry's coordinates are those of cities. */
  public String precision() {
    return resolved ? "city-elsewhere" : "city";
  }

  /** Nearest first, then in the record's order; sites without coordinates last. */
  static final Comparator<MatchedSite> NEAREST_FIRST =
      Comparator.comparingDouble(MatchedSite::meters).thenComparingInt(MatchedSite::ordinal);
}
