package org.studyatlas.sample;

import java.util.List;

/** Writes the statistical analyses of an outcome ({@code analyses}). */
final class AnalysisWriter {

  private final Grammar.Rule text;
  private final Grammar.Rule method;
  private final Grammar.Rule param;
  private final Weighted<String> kinds;
  private final Weighted<String> percents;
  private final Weighted<String> sides;
  private final Weighted<String> dispersions;
  private final Quantiles count;
  private final double hasText;
  private final double hasTested;
  private final double tested;
  private final double hasPValue;
  private final double hasMethod;
  private final double hasInterval;
  private final double hasDispersion;
  private final double hasLimitComment;
  private final double hasOther;

  /** Writes from that world. */
  AnalysisWriter(World world) {
    RegistryFacts facts = world.facts();
    text = world.rule("statComment");
    method = world.rule("statMethod");
    param = world.rule("statParam");
    kinds = facts.choice("analysis.nonInferiority");
    percents = facts.choice("analysis.percent");
    sides = facts.choice("analysis.sides");
    dispersions = facts.choice("analysis.dispersion");
    count = facts.quantiles("analyses.count");
    hasText = facts.share("analysis.comment");
    hasTested = facts.share("analysis.hasTested");
    tested = facts.share("analysis.tested");
    hasPValue = facts.share("analysis.pValue");
    hasMethod = facts.share("analysis.method");
    hasInterval = facts.share("analysis.interval");
    hasDispersion = facts.share("analysis.dispersion");
    hasLimitComment = facts.share("analysis.limitComment");
    hasOther = facts.share("analysis.other");
  }

  /** Writes the array. */
  void write(Draft draft, int groups) {
    StudyJson json = draft.json().array("analyses");
    int analyses = count.draw(draft.dice());
    for (int i = 0; i < analyses; i++) {
      int other = 1 + draft.dice().below(groups - 1);
      json.object();
      json.texts("groupIds", List.of(ResultGroup.id("OG", 0), ResultGroup.id("OG", other)));
      hypothesis(draft);
      estimate(draft);
      json.end();
    }
    json.end();
  }

  private String comment(Draft draft) {
    return draft.dice().chance(hasText) ? draft.prose().sentence(text) : "";
  }

  private void hypothesis(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().text("groupDescription", comment(draft));
    if (dice.chance(hasTested)) {
      json.flag("testedNonInferiority", dice.chance(tested));
    }
    String kind = kinds.draw(dice);
    boolean nonInferiority = kind.startsWith("NON_INFERIORITY");
    json.text("nonInferiorityType", kind);
    json.text("nonInferiorityComment", nonInferiority ? draft.prose().sentence(text) : "");
    if (dice.chance(hasPValue)) {
      json.text("pValue", dice.chance(0.3) ? "<0.001" : "0." + dice.between(1000, 9999));
      json.text("pValueComment", comment(draft));
    }
    if (dice.chance(hasMethod)) {
      json.text("statisticalMethod", draft.prose().phrase(method));
      json.text("statisticalComment", comment(draft));
    }
  }

  private void estimate(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json();
    if (dice.chance(hasInterval)) {
      long value = dice.between(1, 900);
      json.text("paramType", draft.prose().phrase(param));
      json.text("paramValue", ResultGroup.decimal(value, 2));
      json.text("ciPctValue", percents.draw(dice)).text("ciNumSides", sides.draw(dice));
      json.text("ciLowerLimit", ResultGroup.decimal(value / 2, 2));
      json.text("ciUpperLimit", ResultGroup.decimal(value * 2, 2));
      if (dice.chance(hasLimitComment)) {
        json.text("ciLowerLimitComment", draft.prose().sentence(text));
        json.text("ciUpperLimitComment", draft.prose().sentence(text));
      }
      if (dice.chance(hasDispersion)) {
        json.text("dispersionType", dispersions.draw(dice));
        json.text("dispersionValue", ResultGroup.decimal(dice.between(1, 300), 2));
      }
      json.text("estimateComment", comment(draft));
    }
    json.text(
        "otherAnalysisDescription", dice.chance(hasOther) ? draft.prose().sentence(text) : "");
  }
}
