package org.studyatlas.sample;

/** The registry's study types. */
enum StudyType {
  INTERVENTIONAL,
  OBSERVATIONAL,
  EXPANDED_ACCESS
}
