package org.studyatlas.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Writes {@code statusModule}. */
final class StatusWriter {

  private final TimelinePlanner timelines;
  private final StudyIds ids;
  private final int studies;
  private final Weighted<String> lastKnown;
  private final Grammar.Rule whyStopped;
  private final double saysWhyStopped;
  private final double hasExpandedAccessInfo;
  private final double expandedAccess;
  private final Weighted<String> expandedAccessStatus;
  private final double disposition;
  private final double waived;

  /** Writes for a registry of that many studies with these ids. */
  StatusWriter(World world, int studies, StudyIds ids, TimelinePlanner timelines) {
    RegistryFacts facts = world.facts();
    this.timelines = timelines;
    this.ids = ids;
    this.studies = studies;
    lastKnown = facts.choice("status.lastKnown");
    whyStopped = world.rule("whyStopped");
    saysWhyStopped = facts.share("whyStopped");
    hasExpandedAccessInfo = facts.share("expandedAccess.info");
    expandedAccess = facts.share("expandedAccess");
    expandedAccessStatus = facts.choice("status.expandedAccess");
    disposition = facts.share("disposition");
    waived = facts.share("results.waived");
  }

  /** Writes the module. */
  void write(Draft draft) {
    StudyPlan plan = draft.plan();
    Timeline timeline = plan.timeline();
    StudyJson json = draft.json().object("statusModule");
    json.text("statusVerifiedDate", YearMonth.from(timeline.updated()));
    json.text("overallStatus", plan.status());
    if (plan.status() == StudyStatus.UNKNOWN) {
      json.text("lastKnownStatus", lastKnown.draw(draft.dice()));
    }
    if (plan.status() == StudyStatus.WITHHELD) {
      json.flag("delayedPosting", true);
    } else {
      course(draft);
    }
    firstSubmission(draft);
    results(draft);
    lastUpdate(draft);
    json.end();
  }

  private void course(Draft draft) {
    Dice dice = draft.dice();
    StudyPlan plan = draft.plan();
    if (plan.status().stopped() && dice.chance(saysWhyStopped)) {
      draft.json().text("whyStopped", draft.prose().sentence(whyStopped));
    }
    if (dice.chance(hasExpandedAccessInfo)) {
      expandedAccessInfo(draft);
    }
    if (plan.type() != StudyType.EXPANDED_ACCESS) {
      Timeline timeline = plan.timeline();
      milestone(draft.json(), "startDateStruct", timeline.start());
      milestone(draft.json(), "primaryCompletionDateStruct", timeline.primaryCompletion());
      milestone(draft.json(), "completionDateStruct", timeline.completion());
    }
  }

  private void expandedAccessInfo(Draft draft) {
    Dice dice = draft.dice();
    boolean has = dice.chance(expandedAccess);
    StudyJson json = draft.json().object("expandedAccessInfo").flag("hasExpandedAccess", has);
    if (has) {
      json.text("nctId", ids.at(dice.below(studies)));
      json.text("statusForNctId", expandedAccessStatus.draw(dice));
    }
    json.end();
  }

  private static void milestone(
      StudyJson json, String name, Timeline.@Nullable Milestone milestone) {
    if (milestone != null) {
      json.object(name).text("date", milestone.date()).text("type", milestone.type()).end();
    }
  }

  private void firstSubmission(Draft draft) {
    Timeline.Posting first = timelines.posting(draft.plan().timeline().registered(), draft.dice());
    draft.json().text("studyFirstSubmitDate", first.submitted());
    draft.json().text("studyFirstSubmitQcDate", first.checked());
    posted(draft.json(), "studyFirstPostDateStruct", first);
  }

  private void results(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json();
    Timeline timeline = draft.plan().timeline();
    if (timeline.results() == null && dice.chance(waived)) {
      json.flag("resultsWaived", true);
    }
    timeline
        .findResults()
        .ifPresent(
            results -> {
              json.text("resultsFirstSubmitDate", results.submitted());
              json.text("resultsFirstSubmitQcDate", results.checked());
              posted(json, "resultsFirstPostDateStruct", results);
            });
    if (draft.plan().status().ended() && dice.chance(disposition)) {
      Timeline.Posting posting = timelines.posting(timeline.updated(), dice);
      json.text("dispFirstSubmitDate", posting.submitted());
      json.text("dispFirstSubmitQcDate", posting.checked());
      posted(json, "dispFirstPostDateStruct", posting);
    }
  }

  private void lastUpdate(Draft draft) {
    LocalDate updated = draft.plan().timeline().updated();
    Timeline.Posting last = timelines.posting(updated, draft.dice());
    draft.json().text("lastUpdateSubmitDate", last.submitted());
    posted(draft.json(), "lastUpdatePostDateStruct", last);
  }

  private static void posted(StudyJson json, String name, Timeline.Posting posting) {
    json.object(name).text("date", posting.posted()).text("type", posting.type()).end();
  }
}
