package org.studyatlas.search;

import java.util.List;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.study.NctId;

/**
 * A study that a search found.
 *
 * @param id its NCT id
 * @param record where its JSON lies
 * @param hasResults whether it has posted results
 * @param score relevance, NaN if the order did not need it
 * @param sites the sites that fulfil the search's site conditions, nearest first; empty if the
 *     search has neither conditions on sites nor an origin (other than that of a decay)
 */
public record StudyHit(
    NctId id, RecordPointer record, boolean hasResults, float score, List<MatchedSite> sites) {

  /** Copies the list. */
  public StudyHit {
    sites = List.copyOf(sites);
  }
}
