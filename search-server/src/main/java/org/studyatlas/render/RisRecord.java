package org.studyatlas.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.studyatlas.study.PartialDate;

/** Gathers the lines of a study's RIS record in the order of the tags. */
final class RisRecord {

  /**
   * A line of the format.
   *
   * @param tag two capital letters or digits
   * @param value a single line, possibly empty
   */
  record Line(String tag, String value) {}

  /** First and last tag of a record, which none can lack. */
  static final String TYPE = "TY";

  static final String END = "ER";

  /** An online database: of the format's types the nearest to a registry. */
  private static final String ONLINE_DATABASE = "DBASE";

  /** Pieces that the lines are made of. */
  static final List<String> PIECES =
      List.of(
          "NCTId",
          "BriefTitle",
          "OfficialTitle",
          "Acronym",
          "OverallStatus",
          "StudyFirstPostDate",
          "LeadSponsorName",
          "CollaboratorName",
          "BriefSummary",
          "ConditionsModule",
          "InterventionName");

  private final Part protocol;
  private final List<Line> lines = new ArrayList<>();

  private RisRecord(Part study) {
    protocol = study.part("protocolSection");
  }

  /** All lines of the study's record. */
  static List<Line> lines(Part study) {
    RisRecord record = new RisRecord(study);
    record.lines.add(new Line(TYPE, ONLINE_DATABASE));
    record.addIdentity();
    record.addSponsors();
    record.addDates();
    record.addSubject();
    record.addOrigin();
    record.lines.add(new Line(END, ""));
    return record.lines;
  }

  private void addIdentity() {
    Part identification = protocol.part("identificationModule");
    add("ID", identification.text("nctId"));
    add("AN", identification.text("nctId"));
    add("TI", identification.text("briefTitle"));
    add("ST", identification.text("acronym"));
  }

  private void addSponsors() {
    Part sponsors = protocol.part("sponsorCollaboratorsModule");
    add("AU", sponsors.part("leadSponsor").text("name"));
    sponsors.parts("collaborators").forEach(collaborator -> add("A2", collaborator.text("name")));
  }

  private void addDates() {
    String posted = protocol.part("statusModule.studyFirstPostDateStruct").text("date");
    PartialDate.find(posted)
        .ifPresent(
            date -> {
              add("PY", date.toString().substring(0, 4));
              add("DA", date.toString().replace('-', '/'));
            });
  }

  private void addSubject() {
    add("AB", LegacyMarkup.of(protocol.part("descriptionModule").text("briefSummary")));
    Set<String> keywords = new LinkedHashSet<>();
    keywords.addAll(protocol.part("conditionsModule").texts("conditions"));
    keywords.addAll(protocol.part("conditionsModule").texts("keywords"));
    protocol
        .part("armsInterventionsModule")
        .parts("interventions")
        .forEach(intervention -> keywords.add(intervention.text("name")));
    keywords.forEach(keyword -> add("KW", keyword));
    add("N1", protocol.part("identificationModule").text("officialTitle"));
    add("N1", protocol.part("statusModule").text("overallStatus"));
  }

  private void addOrigin() {
    add("DB", "ClinicalTrials.gov");
    add("DP", "National Library of Medicine (US)");
    add(
        "UR",
        "https://clinicaltrials.gov/study/" + protocol.part("identificationModule").text("nctId"));
  }

  /** A value that has several lines becomes one, since a line of its own would be another tag. */
  private void add(String tag, String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    if (!line.isEmpty()) {
      lines.add(new Line(tag, line));
    }
  }
}
