package org.studyatlas.sample;

/** Writes {@code contactsLocationsModule} with the central contacts, officials and sites. */
final class ContactsWriter {

  private final People people;
  private final SitesWriter sites;
  private final Grammar.Rule department;
  private final Weighted<String> officialRoles;
  private final Quantiles officialCount;
  private final double hasCentral;
  private final double hasSecondCentral;
  private final double hasPhone;
  private final double hasEmail;
  private final double hasExtension;
  private final double hasOfficials;
  private final double withDepartment;

  /** Writes from that world. */
  ContactsWriter(World world) {
    RegistryFacts facts = world.facts();
    people = world.people();
    sites = new SitesWriter(world);
    department = world.rule("department");
    officialRoles = facts.choice("official.role");
    officialCount = facts.quantiles("officials.count");
    hasCentral = facts.share("centralContacts");
    hasSecondCentral = facts.share("centralContacts.second");
    hasPhone = facts.share("centralContact.phone");
    hasEmail = facts.share("centralContact.email");
    hasExtension = facts.share("centralContact.phoneExt");
    hasOfficials = facts.share("officials");
    withDepartment = facts.share("official.department");
  }

  /** Writes the module, unless there is nothing to say. */
  void write(Draft draft) {
    Dice dice = draft.dice();
    StudyPlan plan = draft.plan();
    boolean central = plan.status().contactable() && dice.chance(hasCentral);
    boolean officials = dice.chance(hasOfficials);
    boolean anySites = plan.siteCount() > 0 || sites.needed(plan);
    if (!central && !officials && !anySites) {
      return;
    }
    StudyJson json = draft.json().object("contactsLocationsModule");
    if (central) {
      centralContacts(draft);
    }
    if (officials) {
      officials(draft);
    }
    if (anySites) {
      sites.write(draft);
    }
    json.end();
  }

  private void centralContacts(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().array("centralContacts");
    int count = dice.chance(hasSecondCentral) ? 2 : 1;
    for (int i = 0; i < count; i++) {
      json.object().text("name", people.fullName(dice)).text("role", "CONTACT");
      if (dice.chance(hasPhone)) {
        json.text("phone", people.phone(dice));
        json.text("phoneExt", dice.chance(hasExtension) ? people.phoneExtension(dice) : "");
      }
      json.text("email", dice.chance(hasEmail) ? people.email(dice) : "").end();
    }
    json.end();
  }

  private void officials(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().array("overallOfficials");
    int count = officialCount.draw(dice);
    for (int i = 0; i < count; i++) {
      String sponsor = draft.plan().sponsor().name();
      String affiliation =
          dice.chance(withDepartment) ? draft.prose().title(department) + ", " + sponsor : sponsor;
      json.object().text("name", people.fullName(dice)).text("affiliation", affiliation);
      json.text("role", officialRoles.draw(dice)).end();
    }
    json.end();
  }
}
