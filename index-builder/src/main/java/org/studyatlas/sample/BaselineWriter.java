package org.studyatlas.sample;

import java.util.ArrayList;
import java.util.List;

/** Writes {@code baselineCharacteristicsModule}. */
final class BaselineWriter {

  private static final String PREFIX = "BG";
  private static final String PARTICIPANTS = "Participants";
  private static final List<String> AGES =
      List.of("<=18 years", "Between 18 and 65 years", ">=65 years");
  private static final List<String> SEXES = List.of("Female", "Male");
  private static final List<String> ETHNICITIES =
      List.of("Hispanic or Latino", "Not Hispanic or Latino", "Unknown or Not Reported");
  private static final List<String> RACES =
      List.of(
          "American Indian or Alaska Native",
          "Asian",
          "Native Hawaiian or Other Pacific Islander",
          "Black or African American",
          "White",
          "More than one race",
          "Unknown or Not Reported");

  private final MeasurementWriter measurements;
  private final Grammar.Rule population;
  private final Grammar.Rule ownTitle;
  private final Grammar.Rule ownText;
  private final Weighted<String> units;
  private final Weighted<String> regions;
  private final Weighted<String> dispersions;
  private final Weighted<String> unitsOfMeasure;
  private final Quantiles ownCount;
  private final Quantiles chars;
  private final double hasPopulation;
  private final double hasUnits;
  private final double hasAgeGroups;
  private final double hasRace;
  private final double hasRegion;
  private final double hasOwn;
  private final double hasOwnText;
  private final double hasOwnPopulation;
  private final double hasOwnDenoms;
  private final double notPercentages;

  /** Writes from that world. */
  BaselineWriter(World world) {
    RegistryFacts facts = world.facts();
    measurements = new MeasurementWriter(world);
    population = world.rule("analysisSet");
    ownTitle = world.rule("measure");
    ownText = world.rule("measureText");
    units = facts.choice("results.units");
    regions = facts.choice("baseline.region");
    dispersions = facts.choice("baseline.dispersion");
    unitsOfMeasure = facts.choice("baseline.unit");
    ownCount = facts.quantiles("baseline.ownCount");
    chars = facts.quantiles("baseline.chars");
    hasPopulation = facts.share("baseline.population");
    hasUnits = facts.share("baseline.units");
    hasAgeGroups = facts.share("baseline.ageGroups");
    hasRace = facts.share("baseline.race");
    hasRegion = facts.share("baseline.region");
    hasOwn = facts.share("baseline.own");
    hasOwnText = facts.share("baseline.ownDescription");
    hasOwnPopulation = facts.share("baseline.ownPopulation");
    hasOwnDenoms = facts.share("baseline.ownDenoms");
    notPercentages = facts.share("baseline.notPercentages");
  }

  /** Writes the module. */
  void write(Draft draft, List<ResultGroup> arms) {
    Dice dice = draft.dice();
    List<ResultGroup> groups = new ArrayList<>(arms);
    if (arms.size() > 1) {
      groups.add(ResultGroup.total(arms));
    }
    StudyJson json = draft.json().object("baselineCharacteristicsModule");
    if (dice.chance(hasPopulation)) {
      json.text("populationDescription", draft.prose().text(population, chars.draw(dice)));
    }
    json.text("typeUnitsAnalyzed", dice.chance(hasUnits) ? units.draw(dice) : "");
    ResultGroup.write(json, PREFIX, groups);
    ResultGroup.writeDenoms(json, PREFIX, groups, PARTICIPANTS);
    json.array("measures");
    age(draft, groups);
    categorical(draft, "Sex: Female, Male", SEXES, groups);
    if (dice.chance(hasRace)) {
      categorical(draft, "Ethnicity (NIH/OMB)", ETHNICITIES, groups);
      categorical(draft, "Race (NIH/OMB)", RACES, groups);
    }
    if (dice.chance(hasRegion)) {
      region(draft, groups);
    }
    int own = dice.chance(hasOwn) ? ownCount.draw(dice) : 0;
    for (int i = 0; i < own; i++) {
      own(draft, groups);
    }
    json.end().end();
  }

  private void age(Draft draft, List<ResultGroup> groups) {
    if (draft.dice().chance(hasAgeGroups)) {
      categorical(draft, "Age, Categorical", AGES, groups);
      return;
    }
    StudyJson json = draft.json().object().text("title", "Age, Continuous");
    json.text("paramType", "MEAN").text("dispersionType", "STANDARD_DEVIATION");
    json.text("unitOfMeasure", "years").array("classes").object().array("categories").object();
    measurements.figures(draft, PREFIX, groups, 48, MeasurementWriter.Spread.SINGLE);
    json.end().end().end().end().end();
  }

  private void categorical(
      Draft draft, String title, List<String> categories, List<ResultGroup> groups) {
    StudyJson json = draft.json().object().text("title", title);
    json.text("paramType", "COUNT_OF_PARTICIPANTS").text("unitOfMeasure", PARTICIPANTS);
    json.array("classes").object().array("categories");
    for (String category : categories) {
      json.object().text("title", category);
      measurements.counts(draft, PREFIX, groups, draft.dice().below(100) / categories.size());
      json.end();
    }
    json.end().end().end().end();
  }

  private void region(Draft draft, List<ResultGroup> groups) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object().text("title", "Region of Enrollment");
    json.text("paramType", "NUMBER").text("unitOfMeasure", "participants").array("classes");
    List<String> drawn = regions.drawSeveral(dice, dice.between(1, 4));
    for (String region : drawn) {
      json.object().text("title", region).array("categories").object();
      measurements.counts(draft, PREFIX, groups, 100 / drawn.size());
      json.end().end().end();
    }
    json.end().end();
  }

  private void own(Draft draft, List<ResultGroup> groups) {
    Dice dice = draft.dice();
    Prose prose = draft.prose();
    String dispersion = dispersions.draw(dice);
    boolean denoms = dice.chance(hasOwnDenoms);
    StudyJson json = draft.json().object().text("title", prose.sentence(ownTitle));
    json.text("description", dice.chance(hasOwnText) ? prose.sentence(ownText) : "");
    json.text(
        "populationDescription", dice.chance(hasOwnPopulation) ? prose.sentence(population) : "");
    json.text("paramType", dispersion.equals("STANDARD_DEVIATION") ? "MEAN" : "MEDIAN");
    json.text("dispersionType", dispersion).text("unitOfMeasure", unitsOfMeasure.draw(dice));
    if (dice.chance(notPercentages)) {
      json.flag("calculatePct", false);
    }
    json.text("denomUnitsSelected", denoms ? PARTICIPANTS : "");
    if (denoms) {
      ResultGroup.writeDenoms(json, PREFIX, groups, PARTICIPANTS);
    }
    json.array("classes").object();
    if (denoms) {
      ResultGroup.writeDenoms(json, PREFIX, groups, PARTICIPANTS);
    }
    json.array("categories").object();
    measurements.figures(
        draft, PREFIX, groups, dice.between(1, 200), MeasurementWriter.Spread.of(dispersion));
    json.end().end().end().end().end();
  }
}
