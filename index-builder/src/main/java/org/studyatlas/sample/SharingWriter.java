package org.studyatlas.sample;

import java.util.List;

/** Writes {@code ipdSharingStatementModule}. */
final class SharingWriter {

  private final Grammar.Rule description;
  private final Grammar.Rule timeFrame;
  private final Grammar.Rule access;
  private final Weighted<String> answers;
  private final Weighted<String> types;
  private final Quantiles typeCount;
  private final Quantiles chars;
  private final double hasModule;
  private final double hasDescription;
  private final double hasDetails;
  private final double hasUrl;

  /** Writes from that world. */
  SharingWriter(World world) {
    RegistryFacts facts = world.facts();
    description = world.rule("ipd");
    timeFrame = world.rule("ipdTime");
    access = world.rule("ipdAccess");
    answers = facts.choice("ipd.sharing");
    types = facts.choice("ipd.infoType");
    typeCount = facts.quantiles("ipd.infoTypeCount");
    chars = facts.quantiles("ipd.chars");
    hasModule = facts.share("ipd");
    hasDescription = facts.share("ipd.description");
    hasDetails = facts.share("ipd.details");
    hasUrl = facts.share("ipd.url");
  }

  /** Writes the module. */
  void write(Draft draft) {
    Dice dice = draft.dice();
    if (!dice.chance(hasModule)) {
      return;
    }
    String answer = answers.draw(dice);
    boolean details = answer.equals("YES") && dice.chance(hasDetails);
    StudyJson json = draft.json().object("ipdSharingStatementModule").text("ipdSharing", answer);
    if (dice.chance(hasDescription)) {
      json.text("description", draft.prose().text(description, chars.draw(dice)));
    }
    if (details) {
      List<String> drawn = types.drawSeveral(dice, typeCount.draw(dice));
      json.texts("infoTypes", types.values().stream().filter(drawn::contains).toList());
      json.text("timeFrame", draft.prose().text(timeFrame, chars.draw(dice)));
      json.text("accessCriteria", draft.prose().text(access, chars.draw(dice)));
      json.text("url", dice.chance(hasUrl) ? "https://data.example.org/" : "");
    }
    json.end();
  }
}
