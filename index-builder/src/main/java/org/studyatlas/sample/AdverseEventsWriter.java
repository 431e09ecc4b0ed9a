package org.studyatlas.sample;

import java.util.List;

/** Writes {@code adverseEventsModule}. */
final class AdverseEventsWriter {

  private static final String PREFIX = "EG";
  private static final int VERY_LARGE = 900;

  private final EventTerms terms;
  private final Grammar.Rule text;
  private final Grammar.Rule timeFrame;
  private final Grammar.Rule note;
  private final Weighted<String> thresholds;
  private final Weighted<String> vocabularies;
  private final Weighted<String> assessments;
  private final Quantiles seriousCount;
  private final Quantiles otherCount;
  private final Quantiles chars;
  private final double hasTimeFrame;
  private final double hasText;
  private final double hasMortalityText;
  private final double hasDeaths;
  private final double hasSerious;
  private final double hasOther;
  private final double hasVocabulary;
  private final double hasAssessment;
  private final double hasNotes;
  private final double hasNumEvents;

  /** Writes from that world. */
  AdverseEventsWriter(World world) {
    RegistryFacts facts = world.facts();
    terms = world.events();
    text = world.rule("eventText");
    timeFrame = world.rule("timeFrame");
    note = world.rule("eventNote");
    thresholds = facts.choice("events.threshold");
    vocabularies = facts.choice("event.vocabulary");
    assessments = facts.choice("event.assessment");
    seriousCount = facts.quantiles("events.seriousCount");
    otherCount = facts.quantiles("events.otherCount");
    chars = facts.quantiles("events.chars");
    hasTimeFrame = facts.share("events.timeFrame");
    hasText = facts.share("events.description");
    hasMortalityText = facts.share("events.mortalityComment");
    hasDeaths = facts.share("events.deaths");
    hasSerious = facts.share("events.serious");
    hasOther = facts.share("events.other");
    hasVocabulary = facts.share("event.vocabulary");
    hasAssessment = facts.share("event.assessment");
    hasNotes = facts.share("event.notes");
    hasNumEvents = facts.share("event.numEvents");
  }

  /** How all events of a study are told. */
  private record Style(String vocabulary, String assessment, boolean numEvents) {}

  /** Writes the module. */
  void write(Draft draft, List<ResultGroup> groups) {
    Dice dice = draft.dice();
    Prose prose = draft.prose();
    StudyJson json = draft.json().object("adverseEventsModule");
    json.text("frequencyThreshold", thresholds.draw(dice));
    json.text("timeFrame", dice.chance(hasTimeFrame) ? prose.sentence(timeFrame) : "");
    json.text("description", dice.chance(hasText) ? prose.text(text, chars.draw(dice)) : "");
    json.text(
        "allCauseMortalityComment", dice.chance(hasMortalityText) ? prose.sentence(text) : "");
    groups(draft, groups);
    boolean large = draft.plan().has(Oddity.VERY_LARGE_RECORD);
    Style style =
        new Style(
            dice.chance(hasVocabulary) ? vocabularies.draw(dice) : "",
            dice.chance(hasAssessment) ? assessments.draw(dice) : "",
            dice.chance(hasNumEvents));
    if (large || dice.chance(hasSerious)) {
      events(draft, "seriousEvents", large ? VERY_LARGE : seriousCount.draw(dice), groups, style);
    }
    if (large || dice.chance(hasOther)) {
      events(draft, "otherEvents", large ? VERY_LARGE : otherCount.draw(dice), groups, style);
    }
    json.end();
  }

  private void groups(Draft draft, List<ResultGroup> groups) {
    Dice dice = draft.dice();
    boolean deaths = dice.chance(hasDeaths);
    StudyJson json = draft.json().array("eventGroups");
    for (int i = 0; i < groups.size(); i++) {
      ResultGroup group = groups.get(i);
      int atRisk = group.participants();
      json.object().text("id", ResultGroup.id(PREFIX, i)).text("title", group.title());
      json.text("description", group.description());
      if (deaths) {
        json.number("deathsNumAffected", dice.below(1 + atRisk / 20));
        json.number("deathsNumAtRisk", atRisk);
      }
      json.number("seriousNumAffected", dice.below(1 + atRisk / 5));
      json.number("seriousNumAtRisk", atRisk);
      json.number("otherNumAffected", dice.below(1 + atRisk));
      json.number("otherNumAtRisk", atRisk).end();
    }
    json.end();
  }

  private void events(Draft draft, String name, int count, List<ResultGroup> groups, Style style) {
    Dice dice = draft.dice();
    boolean rare = name.startsWith("serious");
    StudyJson json = draft.json().array(name);
    for (int i = 0; i < count; i++) {
      EventTerms.Term term = rare ? terms.drawEvenly(dice) : terms.draw(dice);
      json.object().text("term", term.name()).text("organSystem", term.organSystem());
      json.text("sourceVocabulary", style.vocabulary());
      json.text("assessmentType", style.assessment());
      json.text("notes", dice.chance(hasNotes) ? draft.prose().sentence(note) : "");
      json.array("stats");
      for (int g = 0; g < groups.size(); g++) {
        stats(draft, g, groups.get(g).participants(), rare, style);
      }
      json.end().end();
    }
    json.end();
  }

  private static void stats(Draft draft, int group, int atRisk, boolean rare, Style style) {
    Dice dice = draft.dice();
    int affected = dice.below(1 + atRisk / (rare ? 30 : 6));
    StudyJson json = draft.json().object().text("groupId", ResultGroup.id(PREFIX, group));
    if (style.numEvents()) {
      json.number("numEvents", affected + (affected == 0 ? 0 : dice.below(3)));
    }
    json.number("numAffected", affected).number("numAtRisk", atRisk).end();
  }
}
