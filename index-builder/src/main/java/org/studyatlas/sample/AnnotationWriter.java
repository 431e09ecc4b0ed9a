package org.studyatlas.sample;

import java.time.LocalDate;

/** Writes {@code annotationSection} and {@code documentSection}. */
final class AnnotationWriter {

  private final Grammar.Rule violation;
  private final Weighted<String> violationTypes;
  private final Weighted<String> documents;
  private final double hasUnposted;
  private final double dateUnknown;
  private final double unreleased;
  private final double hasDocuments;
  private final double documentsWithResults;
  private final double hasSecondDocument;
  private final double noAnalysisPlan;

  /** Writes from that world. */
  AnnotationWriter(World world) {
    RegistryFacts facts = world.facts();
    violation = world.rule("violation");
    violationTypes = facts.choice("violation.type");
    documents = facts.choice("document.type");
    hasUnposted = facts.share("unposted");
    dateUnknown = facts.share("unposted.dateUnknown");
    unreleased = facts.share("unposted.unrelease");
    hasDocuments = facts.share("documents");
    documentsWithResults = facts.share("documents.withResults");
    hasSecondDocument = facts.share("documents.second");
    noAnalysisPlan = facts.share("documents.noSap");
  }

  /** Writes the annotations, if any. */
  void writeAnnotations(Draft draft) {
    StudyPlan plan = draft.plan();
    boolean violated = plan.has(Oddity.VIOLATION);
    boolean unposted =
        plan.status().ended() && !plan.hasResults() && draft.dice().chance(hasUnposted);
    if (!violated && !unposted) {
      return;
    }
    StudyJson json = draft.json().object("annotationSection").object("annotationModule");
    if (unposted) {
      unposted(draft);
    }
    if (violated) {
      violation(draft);
    }
    json.end().end();
  }

  private void unposted(Draft draft) {
    Dice dice = draft.dice();
    LocalDate released = draft.plan().timeline().updated().minusDays(60);
    StudyJson json = draft.json().object("unpostedAnnotation");
    json.text("unpostedResponsibleParty", draft.plan().sponsor().name()).array("unpostedEvents");
    json.object().text("type", "RELEASE").text("date", released).end();
    json.object().text("type", dice.chance(unreleased) ? "UNRELEASE" : "RESET");
    if (dice.chance(dateUnknown)) {
      json.flag("dateUnknown", true);
    } else {
      json.text("date", released.plusDays(dice.between(20, 60)));
    }
    json.end().end().end();
  }

  private void violation(Draft draft) {
    LocalDate issued = draft.plan().timeline().updated().minusDays(4);
    StudyJson json = draft.json().object("violationAnnotation").array("violationEvents").object();
    json.text("type", violationTypes.draw(draft.dice()));
    json.text("description", draft.prose().sentence(violation));
    json.text("creationDate", issued.plusDays(2)).text("issuedDate", issued);
    json.text("releaseDate", issued.plusDays(3)).text("postedDate", issued.plusDays(4));
    json.end().end().end();
  }

  /** Writes the list of uploaded documents, if any. */
  void writeDocuments(Draft draft) {
    Dice dice = draft.dice();
    StudyPlan plan = draft.plan();
    boolean recent = !plan.timeline().updated().isBefore(TimelinePlanner.EXACT_DATES);
    double share = plan.hasResults() ? documentsWithResults : hasDocuments;
    if (!recent || !dice.chance(share)) {
      return;
    }
    StudyJson json = draft.json().object("documentSection").object("largeDocumentModule");
    if (dice.chance(noAnalysisPlan)) {
      json.flag("noSap", true);
    }
    json.array("largeDocs");
    int count = dice.chance(hasSecondDocument) ? 2 : 1;
    for (int i = 0; i < count; i++) {
      document(i, plan.timeline().updated(), dice, json.object());
      json.end();
    }
    json.end().end().end();
  }

  private void document(int number, LocalDate updated, Dice dice, StudyJson json) {
    String type = documents.draw(dice);
    boolean protocol = type.contains("Prot");
    boolean plan = type.contains("SAP");
    boolean consent = type.contains("ICF");
    json.text("typeAbbrev", type).flag("hasProtocol", protocol).flag("hasSap", plan);
    json.flag("hasIcf", consent).text("label", label(protocol, plan, consent));
    json.text("date", updated.minusDays(dice.between(30, 1500)));
    json.text("uploadDate", updated + "T" + dice.between(10, 23) + ":" + dice.between(10, 59));
    json.text("filename", ResultGroup.id(type + "_", number) + ".pdf");
    json.number("size", dice.between(40_000, 9_000_000));
  }

  private static String label(boolean protocol, boolean plan, boolean consent) {
    StringBuilder label = new StringBuilder(protocol ? "Study Protocol" : "");
    if (plan) {
      label.append(label.isEmpty() ? "" : " and ").append("Statistical Analysis Plan");
    }
    if (consent) {
      label.append(label.isEmpty() ? "" : " and ").append("Informed Consent Form");
    }
    return label.toString();
  }
}
