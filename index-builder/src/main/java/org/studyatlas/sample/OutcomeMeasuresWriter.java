package org.studyatlas.sample;

import java.util.List;

/** Writes {@code outcomeMeasuresModule}. */
final class OutcomeMeasuresWriter {

  private static final String PREFIX = "OG";
  private static final String PARTICIPANTS = "Participants";

  /** Outcomes are added to a very large record until it has so many bytes. */
  private static final int VERY_LARGE_BYTES = 1_400_000;

  private final MeasurementWriter measurements;
  private final AnalysisWriter analyses;
  private final Grammar.Rule title;
  private final Grammar.Rule text;
  private final Grammar.Rule population;
  private final Grammar.Rule timeFrame;
  private final Grammar.Rule rowTitle;
  private final Grammar.Rule unit;
  private final Weighted<String> types;
  private final Weighted<String> params;
  private final Weighted<String> dispersions;
  private final Weighted<String> units;
  private final Quantiles count;
  private final Quantiles chars;
  private final Quantiles populationChars;
  private final Quantiles classCount;
  private final double hasText;
  private final double hasPopulation;
  private final double notPosted;
  private final double anticipated;
  private final double hasDispersion;
  private final double hasUnits;
  private final double hasClassDenoms;
  private final double hasCategories;
  private final double hasAnalyses;
  private final double notPercentages;

  /** Writes from that world. */
  OutcomeMeasuresWriter(World world) {
    RegistryFacts facts = world.facts();
    measurements = new MeasurementWriter(world);
    analyses = new AnalysisWriter(world);
    title = world.rule("measure");
    text = world.rule("measureText");
    population = world.rule("analysisSet");
    timeFrame = world.rule("timeFrame");
    rowTitle = world.rule("rowTitle");
    unit = world.rule("measureUnit");
    types = facts.choice("result.type");
    params = facts.choice("result.param");
    dispersions = facts.choice("result.dispersion");
    units = facts.choice("results.units");
    count = facts.quantiles("results.outcomeCount");
    chars = facts.quantiles("result.chars");
    populationChars = facts.quantiles("result.populationChars");
    classCount = facts.quantiles("result.classCount");
    hasText = facts.share("result.description");
    hasPopulation = facts.share("result.population");
    notPosted = facts.share("result.notPosted");
    anticipated = facts.share("result.anticipated");
    hasDispersion = facts.share("result.dispersion");
    hasUnits = facts.share("result.units");
    hasClassDenoms = facts.share("result.classDenoms");
    hasCategories = facts.share("result.categories");
    hasAnalyses = facts.share("result.analyses");
    notPercentages = facts.share("result.notPercentages");
  }

  /** Writes the module. */
  void write(Draft draft, List<ResultGroup> groups) {
    StudyJson json = draft.json().object("outcomeMeasuresModule").array("outcomeMeasures");
    int outcomes = count.draw(draft.dice());
    boolean large = draft.plan().has(Oddity.VERY_LARGE_RECORD);
    for (int i = 0; i < outcomes || (large && json.size() < VERY_LARGE_BYTES); i++) {
      json.object().text("type", i == 0 ? "PRIMARY" : types.draw(draft.dice()));
      outcome(draft, groups);
      json.end();
    }
    json.end().end();
  }

  private void outcome(Draft draft, List<ResultGroup> groups) {
    Dice dice = draft.dice();
    Prose prose = draft.prose();
    StudyJson json = draft.json().text("title", prose.title(title));
    json.text("description", dice.chance(hasText) ? prose.text(text, chars.draw(dice)) : "");
    if (dice.chance(hasPopulation)) {
      json.text("populationDescription", prose.text(population, populationChars.draw(dice)));
    }
    if (dice.chance(notPosted)) {
      notPosted(draft);
    } else {
      posted(draft, groups);
    }
  }

  private void notPosted(Draft draft) {
    StudyJson json = draft.json().text("reportingStatus", "NOT_POSTED");
    if (draft.dice().chance(anticipated)) {
      json.text("anticipatedPostingDate", "2030-" + draft.dice().between(10, 12));
    }
    json.text("timeFrame", draft.prose().sentence(timeFrame));
  }

  private void posted(Draft draft, List<ResultGroup> groups) {
    Dice dice = draft.dice();
    String param = params.draw(dice);
    boolean counted = param.startsWith("COUNT");
    String dispersion = !counted && dice.chance(hasDispersion) ? dispersions.draw(dice) : "";
    boolean inUnits = param.equals("COUNT_OF_UNITS") || dice.chance(hasUnits);
    String unitsAnalyzed = inUnits ? units.draw(dice) : "";
    StudyJson json = draft.json().text("reportingStatus", "POSTED").text("paramType", param);
    json.text("dispersionType", dispersion);
    json.text("unitOfMeasure", counted ? PARTICIPANTS : draft.prose().phrase(unit));
    if (dice.chance(notPercentages)) {
      json.flag("calculatePct", false);
    }
    json.text("timeFrame", draft.prose().sentence(timeFrame));
    json.text("typeUnitsAnalyzed", unitsAnalyzed).text("denomUnitsSelected", unitsAnalyzed);
    ResultGroup.write(json, PREFIX, groups);
    ResultGroup.writeDenoms(json, PREFIX, groups, PARTICIPANTS);
    classes(draft, groups, counted, MeasurementWriter.Spread.of(dispersion));
    if (groups.size() > 1 && dice.chance(hasAnalyses)) {
      analyses.write(draft, groups.size());
    }
  }

  private void classes(
      Draft draft, List<ResultGroup> groups, boolean counted, MeasurementWriter.Spread spread) {
    Dice dice = draft.dice();
    int classes = classCount.draw(dice);
    boolean denoms = classes > 1 && dice.chance(hasClassDenoms);
    StudyJson json = draft.json().array("classes");
    for (int i = 0; i < classes; i++) {
      json.object().text("title", classes > 1 ? draft.prose().sentence(rowTitle) : "");
      if (denoms) {
        ResultGroup.writeDenoms(json, PREFIX, groups, PARTICIPANTS);
      }
      categories(draft, groups, counted, spread);
      json.end();
    }
    json.end();
  }

  private void categories(
      Draft draft, List<ResultGroup> groups, boolean counted, MeasurementWriter.Spread spread) {
    Dice dice = draft.dice();
    int categories = dice.chance(hasCategories) ? dice.between(2, 5) : 1;
    StudyJson json = draft.json().array("categories");
    for (int i = 0; i < categories; i++) {
      json.object().text("title", categories > 1 ? draft.prose().sentence(rowTitle) : "");
      if (counted) {
        measurements.counts(draft, PREFIX, groups, dice.below(100) / categories);
      } else {
        measurements.figures(draft, PREFIX, groups, dice.between(1, 300), spread);
      }
      json.end();
    }
    json.end();
  }
}
