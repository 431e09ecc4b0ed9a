package org.studyatlas.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.studyatlas.facet.FacetCounts;

/**
 * One page of a search.
 *
 * @param total number of studies found, exact; empty if it was not asked for
 * @param hits the studies of this page
 * @param next cursor of the next page; empty if this page is not full
 * @param sitesWithoutPoint sites of studies that match otherwise, that fulfil all conditions but
 *     those on where they are, and that nothing tells the place of; empty if places do not matter
 * @param facets counts in the order of the request
 * @param warnings what was searched otherwise than asked for, a sentence each
 */
public record SearchPage(
    OptionalLong total,
    OptionalLong sitesWithoutPoint,
    List<StudyHit> hits,
    Optional<String> next,
    List<FacetCounts> facets,
    List<String> warnings) {

  /** Copies the lists. */
  public SearchPage {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    warnings = List.copyOf(warnings);
  }
}
