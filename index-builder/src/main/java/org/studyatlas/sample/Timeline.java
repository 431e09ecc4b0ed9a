package org.studyatlas.sample;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.study.PartialDate;

/**
 * The dates of a study.
 *
 * @param registered first submitted
 * @param start begin of the study
 * @param primaryCompletion last data for the primary outcome
 * @param completion end of the study
 * @param results when results came in
 * @param updated last submitted change
 */
record Timeline(
    LocalDate registered,
    @Nullable Milestone start,
    @Nullable Milestone primaryCompletion,
    @Nullable Milestone completion,
    @Nullable Posting results,
    LocalDate updated) {

  /**
   * A date in the course of a study.
   *
   * @param date to the day or the month
   * @param type constant of {@code DateType}, or null as in old records
   */
  record Milestone(PartialDate date, @Nullable String type) {}

  /**
   * A submission that was checked and then posted.
   *
   * @param submitted came in
   * @param checked met the quality criteria
   * @param posted became public
   * @param type constant of {@code DateType} of the last
   */
  record Posting(LocalDate submitted, LocalDate checked, LocalDate posted, String type) {}

  /** When results came in. */
  Optional<Posting> findResults() {
    return Optional.ofNullable(results);
  }
}
