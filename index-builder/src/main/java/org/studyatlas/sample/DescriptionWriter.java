package org.studyatlas.sample;

import java.util.ArrayList;
import java.util.List;

/** Writes {@code descriptionModule} and {@code conditionsModule}. */
final class DescriptionWriter {

  private final Grammar.Rule summary;
  private final Grammar.Rule detail;
  private final Grammar.Rule keyword;
  private final Quantiles summaryChars;
  private final Quantiles detailChars;
  private final Quantiles keywordCount;
  private final double hasDetail;
  private final double hasKeywords;
  private final double capitalized;

  /** Writes from that world. */
  DescriptionWriter(World world) {
    RegistryFacts facts = world.facts();
    summary = world.rule("summary");
    detail = world.rule("detail");
    keyword = world.rule("keyword");
    summaryChars = facts.quantiles("briefSummary.chars");
    detailChars = facts.quantiles("detailedDescription.chars");
    keywordCount = facts.quantiles("keywords.count");
    hasDetail = facts.share("detailedDescription");
    hasKeywords = facts.share("keywords");
    capitalized = facts.share("keyword.capitalized");
  }

  /** Writes the description. */
  void writeDescription(Draft draft) {
    Dice dice = draft.dice();
    Prose prose = draft.prose();
    StudyJson json = draft.json().object("descriptionModule");
    json.text("briefSummary", prose.paragraphs(summary, summaryChars.draw(dice)));
    if (dice.chance(hasDetail)) {
      json.text("detailedDescription", prose.paragraphs(detail, detailChars.draw(dice)));
    }
    json.end();
  }

  /** Writes the conditions and keywords. */
  void writeConditions(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().object("conditionsModule");
    json.texts(
        "conditions",
        draft.plan().conditions().stream().map(condition -> condition.drawName(dice)).toList());
    if (dice.chance(hasKeywords)) {
      json.texts("keywords", keywords(draft, keywordCount.draw(dice)));
    }
    json.end();
  }

  private List<String> keywords(Draft draft, int count) {
    List<String> keywords = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String word =
          draft.dice().chance(capitalized)
              ? draft.prose().title(keyword)
              : draft.prose().phrase(keyword);
      if (!keywords.contains(word)) {
        keywords.add(word);
      }
    }
    return keywords;
  }
}
