package org.studyatlas.sample;

/** Writes {@code moreInfoModule}. */
final class MoreInfoWriter {

  private final People people;
  private final Grammar.Rule limitation;
  private final Grammar.Rule agreement;
  private final Grammar.Rule jobTitle;
  private final Weighted<String> restrictions;
  private final Quantiles agreementChars;
  private final double hasLimitations;
  private final double employee;
  private final double hasRestriction;
  private final double restrictive;
  private final double hasDetails;
  private final double hasPhone;
  private final double hasExtension;
  private final double hasEmail;

  /** Writes from that world. */
  MoreInfoWriter(World world) {
    RegistryFacts facts = world.facts();
    people = world.people();
    limitation = world.rule("limitation");
    agreement = world.rule("agreement");
    jobTitle = world.rule("jobTitle");
    restrictions = facts.choice("agreement.restriction");
    agreementChars = facts.quantiles("agreement.chars");
    hasLimitations = facts.share("limitations");
    employee = facts.share("agreement.employee");
    hasRestriction = facts.share("agreement.hasRestriction");
    restrictive = facts.share("agreement.restrictive");
    hasDetails = facts.share("agreement.details");
    hasPhone = facts.share("pointOfContact.phone");
    hasExtension = facts.share("pointOfContact.phoneExt");
    hasEmail = facts.share("pointOfContact.email");
  }

  /** Writes the module. */
  void write(Draft draft) {
    StudyJson json = draft.json().object("moreInfoModule");
    if (draft.dice().chance(hasLimitations)) {
      json.object("limitationsAndCaveats");
      json.text("description", draft.prose().sentence(limitation)).end();
    }
    agreement(draft);
    pointOfContact(draft);
    json.end();
  }

  private void agreement(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object("certainAgreement");
    boolean employed = dice.chance(employee);
    json.flag("piSponsorEmployee", employed);
    if (!employed) {
      boolean restricts = dice.chance(restrictive);
      if (restricts && dice.chance(hasRestriction)) {
        json.text("restrictionType", restrictions.draw(dice));
      }
      json.flag("restrictiveAgreement", restricts);
      if (restricts && dice.chance(hasDetails)) {
        json.text("otherDetails", draft.prose().text(agreement, agreementChars.draw(dice)));
      }
    }
    json.end();
  }

  private void pointOfContact(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object("pointOfContact");
    json.text("title", draft.prose().title(jobTitle));
    json.text("organization", draft.plan().sponsor().name());
    json.text("email", dice.chance(hasEmail) ? people.email(dice) : "");
    json.text("phone", dice.chance(hasPhone) ? people.phone(dice) : "");
    json.text("phoneExt", dice.chance(hasExtension) ? people.phoneExtension(dice) : "").end();
  }
}
