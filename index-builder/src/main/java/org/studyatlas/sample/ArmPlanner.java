package org.studyatlas.sample;

import java.util.ArrayList;
import java.util.List;

/** Draws what is done in a study and to which groups. */
final class ArmPlanner {

  /**
   * What is done and to whom.
   *
   * @param interventions each once
   * @param arms the groups
   */
  record Groups(List<Intervention> interventions, List<Arm> arms) {}

  private final MedicalTerms terms;
  private final Quantiles interventionCount;
  private final Quantiles armCount;
  private final Weighted<String> types;
  private final Weighted<String> labels;
  private final double fitting;
  private final double placebo;
  private final double observationalInterventions;
  private final double observationalGroups;
  private final double namedByTreatment;

  /** Groups by the given figures. */
  ArmPlanner(World world) {
    RegistryFacts facts = world.facts();
    terms = world.terms();
    interventionCount = facts.quantiles("interventions.count");
    armCount = facts.quantiles("arms.count");
    types = facts.choice("arm.type");
    labels = facts.choice("arm.label");
    fitting = facts.share("interventions.fitting");
    placebo = facts.share("interventions.placebo");
    observationalInterventions = facts.share("interventions.observational");
    observationalGroups = facts.share("arms.observational");
    namedByTreatment = facts.share("arm.namedByTreatment");
  }

  /** What is done in a study of that condition. */
  Groups plan(StudyType type, Condition condition, Dice dice) {
    return switch (type) {
      case INTERVENTIONAL -> interventional(condition, dice);
      case OBSERVATIONAL -> observational(condition, dice);
      case EXPANDED_ACCESS -> new Groups(draw(condition, 1, dice), List.of());
    };
  }

  private Groups observational(Condition condition, Dice dice) {
    List<Intervention> interventions =
        dice.chance(observationalInterventions) ? draw(condition, 1, dice) : List.of();
    List<Arm> arms = new ArrayList<>();
    if (dice.chance(observationalGroups)) {
      int count = dice.between(1, 3);
      for (int i = 0; i < count; i++) {
        arms.add(new Arm(label(i, interventions, dice), "", interventions));
      }
    }
    return new Groups(interventions, arms);
  }

  private Groups interventional(Condition condition, Dice dice) {
    List<Intervention> interventions = draw(condition, interventionCount.draw(dice), dice);
    int count = armCount.draw(dice);
    if (count > 1 && interventions.getFirst().phased() && dice.chance(placebo)) {
      interventions.add(terms.placebo());
    }
    List<Arm> arms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      arms.add(arm(i, interventions, dice));
    }
    return new Groups(interventions, arms);
  }

  /** The first group gets the treatment, the last of several the placebo if there is one. */
  private Arm arm(int number, List<Intervention> interventions, Dice dice) {
    if (number == 1 && interventions.contains(terms.placebo())) {
      return new Arm("Placebo", "PLACEBO_COMPARATOR", List.of(terms.placebo()));
    }
    String type = number == 0 ? "EXPERIMENTAL" : types.draw(dice);
    if (type.equals("NO_INTERVENTION")) {
      return new Arm("Control Group", type, List.of());
    }
    Intervention own = interventions.get(number % interventions.size());
    List<Intervention> given = new ArrayList<>(List.of(own));
    if (interventions.size() > 1 && dice.chance(0.3)) {
      Intervention other = interventions.get(dice.below(interventions.size()));
      if (!other.equals(own)) {
        given.add(other);
      }
    }
    return new Arm(label(number, given, dice), type, given);
  }

  private String label(int number, List<Intervention> given, Dice dice) {
    String label =
        given.isEmpty() || !dice.chance(namedByTreatment)
            ? labels.draw(dice)
            : given.getFirst().heading();
    return label
        .replace("{n}", Integer.toString(number + 1))
        .replace("{a}", Character.toString('A' + number % 26));
  }

  private List<Intervention> draw(Condition condition, int count, Dice dice) {
    List<Intervention> drawn = new ArrayList<>(count + 1);
    Weighted<Intervention> fit = terms.interventionsFor(condition);
    for (int i = 0; i < count; i++) {
      Weighted<Intervention> source = dice.chance(fitting) ? fit : terms.interventions();
      Intervention intervention = source.draw(dice);
      if (!drawn.contains(intervention)) {
        drawn.add(intervention);
      }
    }
    return drawn;
  }
}
