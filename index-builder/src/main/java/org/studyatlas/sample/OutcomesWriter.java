package org.studyatlas.sample;

/** Writes {@code outcomesModule}. */
final class OutcomesWriter {

  private final Grammar.Rule measure;
  private final Grammar.Rule description;
  private final Grammar.Rule timeFrame;
  private final Quantiles primaryCount;
  private final Quantiles secondaryCount;
  private final Quantiles otherCount;
  private final Quantiles chars;
  private final double hasModule;
  private final double hasSecondary;
  private final double hasOther;
  private final double hasDescription;
  private final double hasTimeFrame;
  private final double capitalized;

  /** Writes from that world. */
  OutcomesWriter(World world) {
    RegistryFacts facts = world.facts();
    measure = world.rule("measure");
    description = world.rule("measureText");
    timeFrame = world.rule("timeFrame");
    primaryCount = facts.quantiles("outcomes.primaryCount");
    secondaryCount = facts.quantiles("outcomes.secondaryCount");
    otherCount = facts.quantiles("outcomes.otherCount");
    chars = facts.quantiles("outcome.chars");
    hasModule = facts.share("outcomes");
    hasSecondary = facts.share("outcomes.secondary");
    hasOther = facts.share("outcomes.other");
    hasDescription = facts.share("outcome.description");
    hasTimeFrame = facts.share("outcome.timeFrame");
    capitalized = facts.share("outcome.capitalized");
  }

  /** Writes the module. */
  void write(Draft draft) {
    Dice dice = draft.dice();
    if (draft.plan().type() == StudyType.EXPANDED_ACCESS || !dice.chance(hasModule)) {
      return;
    }
    draft.json().object("outcomesModule");
    outcomes(draft, "primaryOutcomes", primaryCount.draw(dice));
    if (dice.chance(hasSecondary)) {
      outcomes(draft, "secondaryOutcomes", secondaryCount.draw(dice));
    }
    if (dice.chance(hasOther)) {
      outcomes(draft, "otherOutcomes", otherCount.draw(dice));
    }
    draft.json().end();
  }

  private void outcomes(Draft draft, String name, int count) {
    Dice dice = draft.dice();
    Prose prose = draft.prose();
    StudyJson json = draft.json().array(name);
    for (int i = 0; i < count; i++) {
      json.object();
      json.text(
          "measure", dice.chance(capitalized) ? prose.title(measure) : prose.sentence(measure));
      if (dice.chance(hasDescription)) {
        json.text("description", prose.text(description, chars.draw(dice)));
      }
      if (dice.chance(hasTimeFrame)) {
        json.text("timeFrame", prose.sentence(timeFrame));
      }
      json.end();
    }
    json.end();
  }
}
