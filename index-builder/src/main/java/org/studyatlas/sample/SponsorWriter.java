package org.studyatlas.sample;

/** Writes {@code sponsorCollaboratorsModule} and {@code oversightModule}. */
final class SponsorWriter {

  private final World world;
  private final Grammar.Rule jobTitle;
  private final Weighted<String> partyTypes;
  private final Quantiles collaboratorCount;
  private final double hasParty;
  private final double oldParty;
  private final double hasCollaborators;
  private final double hasOversight;
  private final double hasDmc;
  private final double dmc;
  private final double regulatedDrug;
  private final double regulatedDevice;
  private final double unapprovedDevice;
  private final double postmarket;
  private final double export;
  private final double exported;

  /** Writes from that world. */
  SponsorWriter(World world) {
    this.world = world;
    RegistryFacts facts = world.facts();
    jobTitle = world.rule("jobTitle");
    partyTypes = facts.choice("responsibleParty.type");
    collaboratorCount = facts.quantiles("collaborators.count");
    hasParty = facts.share("responsibleParty");
    oldParty = facts.share("responsibleParty.old");
    hasCollaborators = facts.share("collaborators");
    hasOversight = facts.share("oversight");
    hasDmc = facts.share("oversight.hasDmc");
    dmc = facts.share("oversight.dmc");
    regulatedDrug = facts.share("oversight.regulatedDrug");
    regulatedDevice = facts.share("oversight.regulatedDevice");
    unapprovedDevice = facts.share("oversight.unapprovedDevice");
    postmarket = facts.share("oversight.postmarket");
    export = facts.share("oversight.hasExport");
    exported = facts.share("oversight.export");
  }

  /** Writes the sponsors. */
  void writeSponsors(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object("sponsorCollaboratorsModule");
    if (dice.chance(hasParty)) {
      responsibleParty(draft);
    }
    json.object("leadSponsor");
    sponsor(json, draft.plan().sponsor());
    if (draft.plan().status() != StudyStatus.WITHHELD && dice.chance(hasCollaborators)) {
      collaborators(draft);
    }
    json.end();
  }

  private void responsibleParty(Draft draft) {
    Dice dice = draft.dice();
    StudyPlan plan = draft.plan();
    StudyJson json = draft.json().object("responsibleParty");
    boolean old = plan.timeline().updated().isBefore(TimelinePlanner.EXACT_DATES);
    if (old && dice.chance(oldParty)) {
      json.text("oldNameTitle", world.people().fullName(dice));
      json.text("oldOrganization", plan.sponsor().name());
    } else {
      String type = plan.sponsor().industry() ? "SPONSOR" : partyTypes.draw(dice);
      json.text("type", type);
      if (!type.equals("SPONSOR")) {
        json.text("investigatorFullName", world.people().fullName(dice));
        json.text("investigatorTitle", draft.prose().title(jobTitle));
        json.text("investigatorAffiliation", plan.sponsor().name());
      }
    }
    json.end();
  }

  private void collaborators(Draft draft) {
    StudyJson json = draft.json().array("collaborators");
    int count = collaboratorCount.draw(draft.dice());
    for (int i = 0; i < count; i++) {
      json.object();
      sponsor(json, world.sponsors().drawCollaborator(draft.dice()));
    }
    json.end();
  }

  private static void sponsor(StudyJson json, Sponsor sponsor) {
    json.text("name", sponsor.name()).text("class", sponsor.agencyClass()).end();
  }

  /** Writes the oversight. */
  void writeOversight(Draft draft) {
    Dice dice = draft.dice();
    if (!dice.chance(hasOversight)) {
      return;
    }
    StudyPlan plan = draft.plan();
    StudyJson json = draft.json().object("oversightModule");
    if (dice.chance(hasDmc)) {
      json.flag("oversightHasDmc", dice.chance(dmc));
    }
    if (!plan.timeline().updated().isBefore(TimelinePlanner.EXACT_DATES)) {
      regulation(dice, json);
    }
    if (plan.has(Oddity.VIOLATION)) {
      json.flag("fdaaa801Violation", true);
    }
    json.end();
  }

  private void regulation(Dice dice, StudyJson json) {
    boolean device = dice.chance(regulatedDevice);
    json.flag("isFdaRegulatedDrug", dice.chance(regulatedDrug));
    json.flag("isFdaRegulatedDevice", device);
    if (device && dice.chance(unapprovedDevice)) {
      json.flag("isUnapprovedDevice", true);
    }
    if (device && dice.chance(postmarket)) {
      json.flag("isPpsd", true);
    }
    if (dice.chance(export)) {
      json.flag("isUsExport", dice.chance(exported));
    }
  }
}
