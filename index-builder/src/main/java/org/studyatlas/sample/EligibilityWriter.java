package org.studyatlas.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.studyatlas.study.Age;

/** Writes {@code eligibilityModule}. */
final class EligibilityWriter {

  private static final Age ADULT_FROM = age("18 Years");
  private static final Age OLDER_FROM = age("65 Years");

  private final List<Grammar.Rule> criteria;
  private final List<Weighted<String>> headings;
  private final Grammar.Rule population;
  private final Grammar.Rule gender;
  private final Quantiles criteriaChars;
  private final Quantiles populationChars;
  private final Weighted<String> minimumAges;
  private final Weighted<String> maximumAges;
  private final Weighted<String> sexes;
  private final Weighted<String> samplings;
  private final double hasHealthy;
  private final double healthy;
  private final double hasMinimum;
  private final double hasMaximum;
  private final double genderBased;
  private final double genderText;

  /** Writes from that world. */
  EligibilityWriter(World world) {
    RegistryFacts facts = world.facts();
    criteria = List.of(world.rule("inclusion"), world.rule("exclusion"));
    headings =
        List.of(
            facts.choice("criteria.inclusionHeading"), facts.choice("criteria.exclusionHeading"));
    population = world.rule("population");
    gender = world.rule("gender");
    criteriaChars = facts.quantiles("criteria.chars");
    populationChars = facts.quantiles("population.chars");
    minimumAges = facts.choice("age.minimum");
    maximumAges = facts.choice("age.maximum");
    sexes = facts.choice("sex");
    samplings = facts.choice("sampling");
    hasHealthy = facts.share("healthy.known");
    healthy = facts.share("healthy");
    hasMinimum = facts.share("age.hasMinimum");
    hasMaximum = facts.share("age.hasMaximum");
    genderBased = facts.share("gender.based");
    genderText = facts.share("gender.description");
  }

  private static Age age(String text) {
    return Age.find(text)
        .orElseThrow(() -> new IllegalArgumentException("not an age: '" + text + "'"));
  }

  /** Writes the module. */
  void write(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object("eligibilityModule");
    json.text("eligibilityCriteria", criteria(draft));
    if (dice.chance(hasHealthy)) {
      json.flag("healthyVolunteers", dice.chance(healthy));
    }
    sex(draft);
    ages(draft);
    if (draft.plan().type() == StudyType.OBSERVATIONAL) {
      json.text("studyPopulation", draft.prose().text(population, populationChars.draw(dice)));
      json.text("samplingMethod", samplings.draw(dice));
    }
    json.end();
  }

  private String criteria(Draft draft) {
    List<String> drawn = headings.stream().map(h -> h.draw(draft.dice())).toList();
    return draft.prose().criteria(drawn, criteria, criteriaChars.draw(draft.dice()));
  }

  private void sex(Draft draft) {
    Dice dice = draft.dice();
    String ofCondition = draft.plan().sexOfCondition();
    String sex = ofCondition.equals("ALL") ? sexes.draw(dice) : ofCondition;
    StudyJson json = draft.json().text("sex", sex);
    if (dice.chance(genderBased)) {
      json.flag("genderBased", true);
      if (dice.chance(genderText)) {
        json.text("genderDescription", draft.prose().sentence(gender));
      }
    }
  }

  private void ages(Draft draft) {
    Dice dice = draft.dice();
    StudyPlan plan = draft.plan();
    Optional<String> odd =
        plan.oddities().stream().flatMap(o -> o.findMinimumAge().stream()).findFirst();
    String minimum = odd.orElse(dice.chance(hasMinimum) ? minimumAges.draw(dice) : "");
    String maximum = dice.chance(hasMaximum) ? maximumAges.draw(dice) : "";
    if (!minimum.isEmpty() && !maximum.isEmpty() && age(maximum).compareTo(age(minimum)) < 0) {
      maximum = "";
    }
    draft.json().text("minimumAge", minimum).text("maximumAge", maximum);
    draft.json().texts("stdAges", standardAges(minimum, maximum));
  }

  private static List<String> standardAges(String minimum, String maximum) {
    Age from = minimum.isEmpty() ? new Age(0) : age(minimum);
    Age to = maximum.isEmpty() ? new Age(Long.MAX_VALUE) : age(maximum);
    List<String> ages = new ArrayList<>(3);
    if (from.compareTo(ADULT_FROM) < 0) {
      ages.add("CHILD");
    }
    if (from.compareTo(OLDER_FROM) < 0 && to.compareTo(ADULT_FROM) >= 0) {
      ages.add("ADULT");
    }
    if (to.compareTo(OLDER_FROM) >= 0) {
      ages.add("OLDER_ADULT");
    }
    return ages;
  }
}
