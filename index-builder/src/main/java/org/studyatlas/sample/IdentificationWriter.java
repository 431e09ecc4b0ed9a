package org.studyatlas.sample;

import org.studyatlas.study.NctId;

/** Writes {@code identificationModule}. */
final class IdentificationWriter {

  /** The registry's own words for a study that it withholds. */
  private static final String WITHHELD_TITLE =
      "[Trial of device that is not approved or cleared by the U.S. FDA]";

  private final People people;
  private final Grammar.Rule briefTitle;
  private final Grammar.Rule officialTitle;
  private final RareWords rareWords;
  private final Weighted<String> secondaryTypes;
  private final Weighted<String> secondaryDomains;
  private final Weighted<String> secondaryCounts;
  private final double hasSecondary;
  private final double hasDomain;
  private final double hasSecondaryType;
  private final double hasOfficialTitle;
  private final double hasAcronym;
  private final double capitalized;
  private final double grant;

  /** Writes from that world. */
  IdentificationWriter(World world) {
    RegistryFacts facts = world.facts();
    people = world.people();
    rareWords = world.language().rareWords();
    briefTitle = world.rule("briefTitle");
    officialTitle = world.rule("officialTitle");
    secondaryTypes = facts.choice("secondaryId.type");
    secondaryDomains = facts.choice("secondaryId.domain");
    secondaryCounts = facts.choice("secondaryId.count");
    hasSecondary = facts.share("secondaryId");
    hasSecondaryType = facts.share("secondaryId.hasType");
    hasDomain = facts.share("secondaryId.hasDomain");
    hasOfficialTitle = facts.share("officialTitle");
    hasAcronym = facts.share("acronym");
    capitalized = facts.share("title.capitalized");
    grant = facts.share("orgStudyId.grant");
  }

  /** Writes the module. */
  void write(Draft draft) {
    StudyPlan plan = draft.plan();
    Dice dice = draft.dice();
    StudyJson json = draft.json().object("identificationModule").text("nctId", plan.id());
    json.texts("nctIdAliases", plan.aliases().stream().map(NctId::toString).toList());
    orgStudyId(draft);
    if (plan.status() == StudyStatus.WITHHELD) {
      organization(draft);
      json.text("briefTitle", WITHHELD_TITLE).end();
      return;
    }
    if (dice.chance(hasSecondary)) {
      secondaryIds(draft);
    }
    organization(draft);
    json.text("briefTitle", title(briefTitle, draft));
    if (dice.chance(hasOfficialTitle)) {
      json.text("officialTitle", title(officialTitle, draft));
    }
    if (dice.chance(hasAcronym)) {
      json.text("acronym", acronym(dice));
    }
    json.end();
  }

  private String title(Grammar.Rule rule, Draft draft) {
    return draft.dice().chance(capitalized)
        ? draft.prose().title(rule)
        : draft.prose().sentence(rule);
  }

  private void orgStudyId(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object("orgStudyIdInfo");
    if (dice.chance(grant)) {
      String number = grantNumber(dice);
      json.text("id", number).text("type", "NIH").text("link", grantLink(number));
    } else {
      json.text("id", protocolNumber(dice));
    }
    json.end();
  }

  private void organization(Draft draft) {
    Sponsor sponsor = draft.plan().sponsor();
    draft.json().object("organization").text("fullName", sponsor.name());
    draft.json().text("class", sponsor.agencyClass()).end();
  }

  private void secondaryIds(Draft draft) {
    StudyJson json = draft.json().array("secondaryIdInfos");
    int count = Integer.parseInt(secondaryCounts.draw(draft.dice()));
    for (int i = 0; i < count; i++) {
      secondaryId(draft.dice(), json.object());
      json.end();
    }
    json.end();
  }

  private void secondaryId(Dice dice, StudyJson json) {
    String type = dice.chance(hasSecondaryType) ? secondaryTypes.draw(dice) : "";
    boolean ofGrant = type.equals("NIH");
    String id =
        switch (type) {
          case "NIH" -> grantNumber(dice);
          case "EUDRACT_NUMBER" ->
              dice.between(2004, 2022)
                  + "-00"
                  + dice.between(1000, 9999)
                  + "-"
                  + dice.between(10, 99);
          case "CTIS" ->
              dice.between(2022, 2026)
                  + "-5"
                  + dice.between(10_000, 99_999)
                  + "-"
                  + dice.between(10, 99)
                  + "-00";
          default -> protocolNumber(dice);
        };
    json.text("id", id).text("type", type);
    if (!ofGrant && dice.chance(hasDomain)) {
      json.text("domain", secondaryDomains.draw(dice));
    }
    if (ofGrant) {
      json.text("link", grantLink(id));
    }
  }

  private static String grantNumber(Dice dice) {
    return (dice.chance(0.5) ? "R01" : "K23")
        + (dice.chance(0.5) ? "HL" : "CA")
        + dice.between(100_000, 299_999);
  }

  private static String grantLink(String number) {
    return "https://reporter.nih.gov/quickSearch/" + number;
  }

  private String protocolNumber(Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> dice.between(2000, 2026) + "-" + dice.between(1, 9999);
      case 1 -> Integer.toString(dice.between(1000, 9_999_999));
      case 2 -> people.surnames().draw(dice) + dice.between(1, 99);
      default -> {
        StringBuilder code = new StringBuilder();
        rareWords.code(dice, code);
        yield code.toString();
      }
    };
  }

  private String acronym(Dice dice) {
    StringBuilder acronym = new StringBuilder();
    rareWords.acronym(dice, acronym);
    if (dice.chance(0.2)) {
      acronym.append('-').append(dice.between(1, 9));
    }
    return acronym.toString();
  }
}
