package org.studyatlas.render;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of the registry's CSV in their fixed order, each with the pieces it is made of. */
enum CsvColumn {
  NCT_NUMBER("NCT Number", "NCTId"),
  STUDY_TITLE("Study Title", "BriefTitle"),
  STUDY_URL("Study URL", CsvValues::url, "NCTId"),
  ACRONYM("Acronym", "Acronym"),
  STUDY_STATUS("Study Status", "OverallStatus"),
  BRIEF_SUMMARY("Brief Summary", "BriefSummary"),
  STUDY_RESULTS("Study Results", CsvValues::results, "HasResults"),
  CONDITIONS("Conditions", "Condition"),
  INTERVENTIONS("Interventions", CsvValues::interventions, "InterventionType", "InterventionName"),
  PRIMARY_OUTCOMES(
      "Primary Outcome Measures",
      study -> CsvValues.outcomes(study, "PrimaryOutcome"),
      "PrimaryOutcome"),
  SECONDARY_OUTCOMES(
      "Secondary Outcome Measures",
      study -> CsvValues.outcomes(study, "SecondaryOutcome"),
      "SecondaryOutcome"),
  OTHER_OUTCOMES(
      "Other Outcome Measures", study -> CsvValues.outcomes(study, "OtherOutcome"), "OtherOutcome"),
  SPONSOR("Sponsor", "LeadSponsorName"),
  COLLABORATORS("Collaborators", "CollaboratorName"),
  SEX("Sex", "Sex"),
  AGE("Age", CsvValues::ages, "StdAge"),
  PHASES("Phases", "Phase"),
  ENROLLMENT("Enrollment", "EnrollmentCount"),
  FUNDER_TYPE("Funder Type", "LeadSponsorClass"),
  STUDY_TYPE("Study Type", "StudyType"),
  STUDY_DESIGN("Study Design", CsvValues::design, "StudyType", "DesignInfo"),
  OTHER_IDS("Other IDs", "OrgStudyId", "SecondaryId"),
  START_DATE("Start Date", "StartDate"),
  PRIMARY_COMPLETION_DATE("Primary Completion Date", "PrimaryCompletionDate"),
  COMPLETION_DATE("Completion Date", "CompletionDate"),
  FIRST_POSTED("First Posted", "StudyFirstPostDate"),
  RESULTS_FIRST_POSTED("Results First Posted", "ResultsFirstPostDate"),
  LAST_UPDATE_POSTED("Last Update Posted", "LastUpdatePostDate"),
  LOCATIONS(
      "Locations",
      CsvValues::sites,
      "LocationFacility",
      "LocationCity",
      "LocationState",
      "LocationZip",
      "LocationCountry"),
  STUDY_DOCUMENTS(
      "Study Documents", CsvValues::documents, "NCTId", "LargeDocLabel", "LargeDocFilename");

  private final String title;
  private final Function<Part, String> value;
  private final List<String> pieces;

  /** A column that lists all values of its pieces, piece after piece. */
  CsvColumn(String title, String... pieces) {
    this(title, study -> CsvValues.list(study, pieces), pieces);
  }

  CsvColumn(String title, Function<Part, String> value, String... pieces) {
    this.title = title;
    this.value = value;
    this.pieces = List.of(pieces);
  }

  /** The column of that title, exact case. */
  static Optional<CsvColumn> find(String title) {
    return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
  }

  String title() {
    return title;
  }

  /** Names of the pieces that the value is made of. */
  List<String> pieces() {
    return pieces;
  }

  /** The value of a study, not quoted; empty if there is none. */
  String valueOf(Part study) {
    return value.apply(study);
  }
}
