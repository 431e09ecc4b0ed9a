package org.studyatlas.sample;

import java.util.List;

/** Writes {@code armsInterventionsModule}. */
final class ArmsWriter {

  private final Grammar.Rule armText;
  private final Grammar.Rule interventionText;
  private final Quantiles armChars;
  private final Quantiles interventionChars;
  private final double hasArmText;
  private final double hasInterventionText;
  private final double hasOtherNames;

  /** Writes from that world. */
  ArmsWriter(World world) {
    RegistryFacts facts = world.facts();
    armText = world.rule("armText");
    interventionText = world.rule("drugText");
    armChars = facts.quantiles("arm.chars");
    interventionChars = facts.quantiles("intervention.chars");
    hasArmText = facts.share("arm.description");
    hasInterventionText = facts.share("intervention.description");
    hasOtherNames = facts.share("intervention.otherNames");
  }

  /** Writes the module, unless there is nothing to say. */
  void write(Draft draft) {
    StudyPlan plan = draft.plan();
    if (plan.arms().isEmpty() && plan.interventions().isEmpty()) {
      return;
    }
    StudyJson json = draft.json().object("armsInterventionsModule");
    if (!plan.arms().isEmpty()) {
      json.array("armGroups");
      plan.arms().forEach(arm -> arm(arm, draft));
      json.end();
    }
    if (!plan.interventions().isEmpty()) {
      json.array("interventions");
      plan.interventions().forEach(intervention -> intervention(intervention, draft));
      json.end();
    }
    json.end();
  }

  private void arm(Arm arm, Draft draft) {
    StudyJson json = draft.json().object().text("label", arm.label()).text("type", arm.type());
    if (draft.dice().chance(hasArmText)) {
      json.text("description", text(armText, armChars, draft));
    }
    json.texts(
        "interventionNames", arm.interventions().stream().map(ArmsWriter::typeAndName).toList());
    json.end();
  }

  private static String typeAndName(Intervention intervention) {
    String label = intervention.type().replace('_', ' ');
    StringBuilder text = new StringBuilder(label);
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i - 1) != ' ') {
        text.setCharAt(i, Character.toLowerCase(label.charAt(i)));
      }
    }
    return text.append(": ").append(intervention.heading()).toString();
  }

  private void intervention(Intervention intervention, Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object().text("type", intervention.type());
    json.text("name", intervention.heading());
    if (dice.chance(hasInterventionText)) {
      json.text("description", text(interventionText, interventionChars, draft));
    }
    List<String> labels =
        draft.plan().arms().stream()
            .filter(arm -> arm.interventions().contains(intervention))
            .map(Arm::label)
            .distinct()
            .toList();
    json.texts("armGroupLabels", labels);
    if (dice.chance(hasOtherNames)) {
      json.texts("otherNames", intervention.otherNames());
    }
    json.end();
  }

  private static String text(Grammar.Rule rule, Quantiles chars, Draft draft) {
    return draft.prose().text(rule, chars.draw(draft.dice()));
  }
}
