package org.studyatlas.sample;

/**
 * A study while it is written.
 *
 * @param plan what it is
 * @param dice its random draws
 * @param prose its language
 * @param json its record
 */
record Draft(StudyPlan plan, Dice dice, Prose prose, StudyJson json) {}
