package org.studyatlas.sample;

import java.util.List;

/** Writes {@code participantFlowModule}. */
final class FlowWriter {

  private static final String PREFIX = "FG";

  private final Grammar.Rule preAssignment;
  private final Grammar.Rule recruitment;
  private final Grammar.Rule comment;
  private final Grammar.Rule milestone;
  private final Weighted<String> units;
  private final Weighted<String> reasons;
  private final Quantiles chars;
  private final Quantiles periodCount;
  private final Quantiles reasonCount;
  private final double hasPreAssignment;
  private final double hasRecruitment;
  private final double hasUnits;
  private final double hasOwnMilestone;
  private final double hasReasons;
  private final double hasComment;

  /** Writes from that world. */
  FlowWriter(World world) {
    RegistryFacts facts = world.facts();
    preAssignment = world.rule("preAssignment");
    recruitment = world.rule("recruitment");
    comment = world.rule("comment");
    milestone = world.rule("rowTitle");
    units = facts.choice("results.units");
    reasons = facts.choice("flow.reason");
    chars = facts.quantiles("flow.chars");
    periodCount = facts.quantiles("flow.periodCount");
    reasonCount = facts.quantiles("flow.reasonCount");
    hasPreAssignment = facts.share("flow.preAssignment");
    hasRecruitment = facts.share("flow.recruitment");
    hasUnits = facts.share("flow.units");
    hasOwnMilestone = facts.share("flow.ownMilestone");
    hasReasons = facts.share("flow.reasons");
    hasComment = facts.share("flow.comment");
  }

  /** Writes the module. */
  void write(Draft draft, List<ResultGroup> groups) {
    Dice dice = draft.dice();
    Prose prose = draft.prose();
    StudyJson json = draft.json().object("participantFlowModule");
    if (dice.chance(hasPreAssignment)) {
      json.text("preAssignmentDetails", prose.text(preAssignment, chars.draw(dice)));
    }
    if (dice.chance(hasRecruitment)) {
      json.text("recruitmentDetails", prose.text(recruitment, chars.draw(dice)));
    }
    boolean inUnits = dice.chance(hasUnits);
    json.text("typeUnitsAnalyzed", inUnits ? units.draw(dice) : "");
    ResultGroup.write(json, PREFIX, groups);
    json.array("periods");
    int periods = periodCount.draw(dice);
    for (int i = 0; i < periods; i++) {
      json.object().text("title", periods == 1 ? "Overall Study" : "Period " + (i + 1));
      period(draft, groups, inUnits);
      json.end();
    }
    json.end().end();
  }

  private void period(Draft draft, List<ResultGroup> groups, boolean inUnits) {
    Dice dice = draft.dice();
    int[] left = new int[groups.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = dice.below(1 + groups.get(i).participants() / 5);
    }
    StudyJson json = draft.json().array("milestones");
    milestone(draft, "STARTED", groups, new int[left.length], inUnits);
    if (dice.chance(hasOwnMilestone)) {
      milestone(draft, draft.prose().sentence(milestone), groups, left, inUnits);
    }
    milestone(draft, "COMPLETED", groups, left, inUnits);
    notCompleted(draft, left);
    json.end();
    if (dice.chance(hasReasons)) {
      dropWithdraws(draft, left);
    }
  }

  private void milestone(
      Draft draft, String type, List<ResultGroup> groups, int[] left, boolean inUnits) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object().text("type", type);
    json.text("comment", comment(draft));
    json.array("achievements");
    for (int i = 0; i < left.length; i++) {
      int number = groups.get(i).participants() - left[i];
      json.object().text("groupId", ResultGroup.id(PREFIX, i)).text("comment", comment(draft));
      json.text("numSubjects", number);
      json.text("numUnits", inUnits ? Integer.toString(number * dice.between(1, 2)) : "").end();
    }
    json.end().end();
  }

  private String comment(Draft draft) {
    return draft.dice().chance(hasComment) ? draft.prose().sentence(comment) : "";
  }

  private static void notCompleted(Draft draft, int[] left) {
    StudyJson json = draft.json().object().text("type", "NOT COMPLETED").array("achievements");
    for (int i = 0; i < left.length; i++) {
      json.object().text("groupId", ResultGroup.id(PREFIX, i)).text("numSubjects", left[i]).end();
    }
    json.end().end();
  }

  private void dropWithdraws(Draft draft, int[] left) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().array("dropWithdraws");
    List<String> drawn = reasons.drawSeveral(dice, reasonCount.draw(dice));
    for (int r = 0; r < drawn.size(); r++) {
      json.object().text("type", drawn.get(r)).text("comment", comment(draft)).array("reasons");
      for (int i = 0; i < left.length; i++) {
        int number = r == 0 ? left[i] - left[i] / 2 : left[i] / (2 * drawn.size());
        json.object().text("groupId", ResultGroup.id(PREFIX, i)).text("comment", comment(draft));
        json.text("numSubjects", number).end();
      }
      json.end().end();
    }
    json.end();
  }
}
