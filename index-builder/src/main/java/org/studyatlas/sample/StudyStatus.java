package org.studyatlas.sample;

/** The registry's overall status, as far as it decides what else a record says. */
enum StudyStatus {
  NOT_YET_RECRUITING,
  RECRUITING,
  ENROLLING_BY_INVITATION,
  ACTIVE_NOT_RECRUITING,
  SUSPENDED,
  COMPLETED,
  TERMINATED,
  WITHDRAWN,
  UNKNOWN,
  AVAILABLE,
  NO_LONGER_AVAILABLE,
  TEMPORARILY_NOT_AVAILABLE,
  APPROVED_FOR_MARKETING,
  WITHHELD;

  /** Whether the study has been carried out, so that results can be expected. */
  boolean ended() {
    return this == COMPLETED || this == TERMINATED;
  }

  /** Whether the study has begun and goes on. */
  boolean ongoing() {
    return this == RECRUITING
        || this == ENROLLING_BY_INVITATION
        || this == ACTIVE_NOT_RECRUITING
        || this == SUSPENDED;
  }

  /** Whether the record says why the study stopped. */
  boolean stopped() {
    return this == TERMINATED || this == WITHDRAWN || this == SUSPENDED;
  }

  /** Whether the record names people to contact. */
  boolean contactable() {
    return this == RECRUITING
        || this == NOT_YET_RECRUITING
        || this == ENROLLING_BY_INVITATION
        || this == AVAILABLE;
  }
}
