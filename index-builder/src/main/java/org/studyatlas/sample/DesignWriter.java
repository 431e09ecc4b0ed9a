package org.studyatlas.sample;

import java.util.List;

/** Writes {@code designModule}. */
final class DesignWriter {

  private final Weighted<String> randomAllocation;
  private final Weighted<String> models;
  private final Weighted<String> purposes;
  private final Weighted<String> maskings;
  private final Weighted<String> observationalModels;
  private final Weighted<String> perspectives;
  private final Weighted<String> bioSpecs;
  private final Weighted<String> durations;
  private final List<Weighted<String>> masked;
  private final Grammar.Rule maskingText;
  private final Grammar.Rule modelText;
  private final Grammar.Rule bioSpecText;
  private final double hasMaskingText;
  private final double hasModelText;
  private final double hasBioSpec;
  private final double registry;
  private final double hasRegistry;
  private final double hasDuration;
  private final double hasPointers;
  private final double hasEnrollment;
  private final Quantiles textChars;

  /** Writes from that world. */
  DesignWriter(World world) {
    RegistryFacts facts = world.facts();
    randomAllocation = facts.choice("design.allocation");
    models = facts.choice("design.interventionModel");
    purposes = facts.choice("design.primaryPurpose");
    maskings = facts.choice("design.masking");
    observationalModels = facts.choice("design.observationalModel");
    perspectives = facts.choice("design.timePerspective");
    bioSpecs = facts.choice("bioSpec.retention");
    durations = facts.choice("design.targetDuration");
    masked =
        List.of(
            facts.choice("masked.single"),
            facts.choice("masked.double"),
            facts.choice("masked.triple"),
            facts.choice("masked.quadruple"));
    maskingText = world.rule("masking");
    modelText = world.rule("modelText");
    bioSpecText = world.rule("bioSpec");
    hasMaskingText = facts.share("design.maskingDescription");
    hasModelText = facts.share("design.modelDescription");
    hasBioSpec = facts.share("bioSpec");
    registry = facts.share("design.patientRegistry");
    hasRegistry = facts.share("design.hasPatientRegistry");
    hasDuration = facts.share("design.hasTargetDuration");
    hasPointers = facts.share("design.expandedAccessPointers");
    hasEnrollment = facts.share("design.enrollment");
    textChars = facts.quantiles("design.textChars");
  }

  /** Writes the module. */
  void write(Draft draft) {
    StudyPlan plan = draft.plan();
    StudyJson json = draft.json().object("designModule").text("studyType", plan.type());
    switch (plan.type()) {
      case INTERVENTIONAL -> {
        json.texts("phases", plan.phases());
        interventional(draft);
      }
      case OBSERVATIONAL -> observational(draft);
      case EXPANDED_ACCESS -> expandedAccess(draft);
    }
    enrollment(draft);
    json.end();
  }

  private void enrollment(Draft draft) {
    StudyPlan plan = draft.plan();
    boolean given = plan.has(Oddity.ENROLLMENT_UNKNOWN) || draft.dice().chance(hasEnrollment);
    if (plan.type() == StudyType.EXPANDED_ACCESS || !given) {
      return;
    }
    StudyJson json = draft.json().object("enrollmentInfo").number("count", plan.enrollment());
    boolean actual = plan.status().ended() || plan.status() == StudyStatus.WITHDRAWN;
    json.text("type", actual ? "ACTUAL" : "ESTIMATED").end();
  }

  private void interventional(Draft draft) {
    Dice dice = draft.dice();
    StudyPlan plan = draft.plan();
    StudyJson json = draft.json().object("designInfo");
    json.text("allocation", plan.randomized() ? randomAllocation.draw(dice) : "NA");
    json.text("interventionModel", plan.randomized() ? models.draw(dice) : "SINGLE_GROUP");
    if (dice.chance(hasModelText)) {
      json.text("interventionModelDescription", text(modelText, draft));
    }
    json.text("primaryPurpose", purposes.draw(dice));
    json.object("maskingInfo");
    String masking = plan.randomized() ? maskings.draw(dice) : "NONE";
    json.text("masking", masking);
    if (dice.chance(hasMaskingText)) {
      json.text("maskingDescription", text(maskingText, draft));
    }
    json.texts("whoMasked", masked(masking, dice));
    json.end().end();
  }

  private String text(Grammar.Rule rule, Draft draft) {
    return draft.prose().text(rule, textChars.draw(draft.dice()));
  }

  private List<String> masked(String masking, Dice dice) {
    int count =
        switch (masking) {
          case "SINGLE" -> 1;
          case "DOUBLE" -> 2;
          case "TRIPLE" -> 3;
          case "QUADRUPLE" -> 4;
          default -> 0;
        };
    return count == 0 ? List.of() : List.of(masked.get(count - 1).draw(dice).split("\\+"));
  }

  private void observational(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json();
    if (dice.chance(hasRegistry)) {
      boolean patientRegistry = dice.chance(registry);
      json.flag("patientRegistry", patientRegistry);
      if (patientRegistry && dice.chance(hasDuration)) {
        json.text("targetDuration", durations.draw(dice));
      }
    }
    json.object("designInfo").text("observationalModel", observationalModels.draw(dice));
    json.text("timePerspective", perspectives.draw(dice)).end();
    if (dice.chance(hasBioSpec)) {
      json.object("bioSpec").text("retention", bioSpecs.draw(dice));
      json.text("description", text(bioSpecText, draft)).end();
    }
  }

  private void expandedAccess(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json();
    if (dice.chance(hasPointers)) {
      json.number("nPtrsToThisExpAccNctId", dice.between(1, 3));
    }
    json.object("expandedAccessTypes");
    String[] types = {"individual", "intermediate", "treatment"};
    json.flag(types[dice.below(types.length)], true).end();
  }
}
