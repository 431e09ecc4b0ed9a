package org.studyatlas.render;

import java.util.List;

/**
 * A hit: the study's summary and those of its sites that were asked for.
 *
 * @param sites in the order of the record
 */
public record StudyProfile(StudySummary summary, List<StudySite> sites) {

  /** Copies the list. */
  public StudyProfile {
    sites = List.copyOf(sites);
  }
}
