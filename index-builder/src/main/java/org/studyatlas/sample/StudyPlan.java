package org.studyatlas.sample;

import java.util.List;
import org.studyatlas.study.NctId;

/**
 * What a study is; decided before a word of it is written, so that its modules agree.
 *
 * @param id its number
 * @param aliases obsolete numbers of it
 * @param type its type
 * @param status its overall status
 * @param sponsor the lead sponsor
 * @param conditions what it is about, at least one
 * @param interventions what is done, none in some observational studies
 * @param arms its groups, possibly none
 * @param phases constants of {@code Phase}; none for studies that are not interventional
 * @param timeline its dates
 * @param siteCount number of its sites
 * @param enrollment number of participants
 * @param oddities unusual things about it
 */
record StudyPlan(
    NctId id,
    List<NctId> aliases,
    StudyType type,
    StudyStatus status,
    Sponsor sponsor,
    List<Condition> conditions,
    List<Intervention> interventions,
    List<Arm> arms,
    List<String> phases,
    Timeline timeline,
    int siteCount,
    int enrollment,
    List<Oddity> oddities) {

  /** Copies the lists. */
  StudyPlan {
    aliases = List.copyOf(aliases);
    conditions = List.copyOf(conditions);
    interventions = List.copyOf(interventions);
    arms = List.copyOf(arms);
    phases = List.copyOf(phases);
    oddities = List.copyOf(oddities);
  }

  /** Whether it has that oddity. */
  boolean has(Oddity oddity) {
    return oddities.contains(oddity);
  }

  /** Whether it has results. */
  boolean hasResults() {
    return timeline.results() != null;
  }

  /** Whether it is interventional. */
  boolean interventional() {
    return type == StudyType.INTERVENTIONAL;
  }

  /** Whether participants enter groups by chance. */
  boolean randomized() {
    return arms.size() > 1;
  }

  /** The condition it is mainly about. */
  Condition mainCondition() {
    return conditions.getFirst();
  }

  /** Sex of those who may take part: constant of {@code Sex}. */
  String sexOfCondition() {
    return mainCondition().sex();
  }
}
