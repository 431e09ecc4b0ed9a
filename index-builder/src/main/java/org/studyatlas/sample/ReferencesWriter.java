package org.studyatlas.sample;

/** Writes {@code referencesModule}. */
final class ReferencesWriter {

  private final People people;
  private final Grammar.Rule citationTitle;
  private final Grammar.Rule journal;
  private final Grammar.Rule linkLabel;
  private final Grammar.Rule ipdText;
  private final Weighted<String> types;
  private final Weighted<String> documents;
  private final Quantiles referenceCount;
  private final Quantiles linkCount;
  private final Quantiles documentCount;
  private final double hasReferences;
  private final double hasPmid;
  private final double hasRetraction;
  private final double hasLinks;
  private final double hasDocuments;
  private final double hasDocumentId;
  private final double hasDocumentText;

  /** Writes from that world. */
  ReferencesWriter(World world) {
    RegistryFacts facts = world.facts();
    people = world.people();
    citationTitle = world.rule("citationTitle");
    journal = world.rule("journal");
    linkLabel = world.rule("linkLabel");
    ipdText = world.rule("ipd");
    types = facts.choice("reference.type");
    documents = facts.choice("availIpd.type");
    referenceCount = facts.quantiles("references.count");
    linkCount = facts.quantiles("links.count");
    documentCount = facts.quantiles("availIpds.count");
    hasReferences = facts.share("references");
    hasPmid = facts.share("reference.pmid");
    hasRetraction = facts.share("reference.retraction");
    hasLinks = facts.share("links");
    hasDocuments = facts.share("availIpds");
    hasDocumentId = facts.share("availIpd.id");
    hasDocumentText = facts.share("availIpd.comment");
  }

  /** Writes the module, unless there is nothing to say. */
  void write(Draft draft) {
    Dice dice = draft.dice();
    boolean references = dice.chance(hasReferences);
    boolean links = dice.chance(hasLinks);
    boolean available = dice.chance(hasDocuments);
    if (!references && !links && !available) {
      return;
    }
    draft.json().object("referencesModule");
    if (references) {
      references(draft);
    }
    if (links) {
      links(draft);
    }
    if (available) {
      documents(draft);
    }
    draft.json().end();
  }

  private void references(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().array("references");
    int count = referenceCount.draw(dice);
    for (int i = 0; i < count; i++) {
      json.object().text("pmid", dice.chance(hasPmid) ? pmid(dice) : "");
      json.text("type", types.draw(dice)).text("citation", citation(draft));
      if (dice.chance(hasRetraction)) {
        json.array("retractions").object().text("pmid", pmid(dice));
        json.text("source", source(draft)).end().end();
      }
      json.end();
    }
    json.end();
  }

  private static String pmid(Dice dice) {
    return Integer.toString(dice.between(8_000_000, 39_999_999));
  }

  private String citation(Draft draft) {
    Dice dice = draft.dice();
    StringBuilder citation = new StringBuilder(320);
    int authors = dice.between(1, 9);
    for (int i = 0; i < authors; i++) {
      citation.append(i == 0 ? "" : ", ");
      people.author(dice, citation);
    }
    citation.append(". ").append(draft.prose().sentence(citationTitle)).append(". ");
    citation.append(source(draft)).append(" doi: 10.");
    citation.append(dice.between(1001, 9999)).append("/s").append(dice.between(10_000, 99_999));
    return citation.append('.').toString();
  }

  private String source(Draft draft) {
    Dice dice = draft.dice();
    int page = dice.between(1, 2000);
    return draft.prose().sentence(journal)
        + ". "
        + dice.between(1990, 2026)
        + ";"
        + dice.between(1, 90)
        + "("
        + dice.between(1, 24)
        + "):"
        + page
        + "-"
        + (page + dice.between(1, 15))
        + ".";
  }

  private void links(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().array("seeAlsoLinks");
    int count = linkCount.draw(dice);
    for (int i = 0; i < count; i++) {
      json.object().text("label", draft.prose().sentence(linkLabel));
      json.text("url", "https://www.example.org/studies/" + dice.below(1_000_000)).end();
    }
    json.end();
  }

  private void documents(Draft draft) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().array("availIpds");
    int count = documentCount.draw(dice);
    for (int i = 0; i < count; i++) {
      String id = Integer.toString(dice.between(100_000, 999_999));
      json.object().text("id", dice.chance(hasDocumentId) ? id : "");
      json.text("type", documents.draw(dice)).text("url", "https://data.example.org/" + id);
      json.text("comment", dice.chance(hasDocumentText) ? draft.prose().sentence(ipdText) : "");
      json.end();
    }
    json.end();
  }
}
