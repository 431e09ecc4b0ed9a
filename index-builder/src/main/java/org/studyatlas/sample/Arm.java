package org.studyatlas.sample;

import java.util.List;

/**
 * A group of participants.
 *
 * @param label its label
 * @param type constant of {@code ArmGroupType}, empty for the groups of an observational study
 * @param interventions what is done to them
 */
record Arm(String label, String type, List<Intervention> interventions) {

  /** Copies the list. */
  Arm {
    interventions = List.copyOf(interventions);
  }
}
