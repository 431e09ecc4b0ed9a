package org.studyatlas.render;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of the registry's CSV in their fixed order, each with the pieces it is made of. */
enum CsvColumn {
  NCT_NUMBER("NCT Number", CsvValues::nctId, "NCTId"),
  STUDY_TITLE(
      "Study Title", s -> s.part(CsvValues.IDENTIFICATION).text("briefTitle"), "BriefTitle"),
  STUDY_URL("Study URL", s -> "https://clinicaltrials.gov/study/" + CsvValues.nctId(s), "NCTId"),
  ACRONYM("Acronym", s -> s.part(CsvValues.IDENTIFICATION).text("acronym"), "Acronym"),
  STUDY_STATUS(
      "Study Status", s -> s.part(CsvValues.STATUS).text("overallStatus"), "OverallStatus"),
  BRIEF_SUMMARY(
      "Brief Summary",
      s -> s.part("protocolSection.descriptionModule").text("briefSummary"),
      "BriefSummary"),
  STUDY_RESULTS("Study Results", s -> s.isTrue("hasResults") ? "YES" : "NO", "HasResults"),
  CONDITIONS(
      "Conditions",
      s -> CsvValues.list(s.part("protocolSection.conditionsModule").texts("conditions")),
      "Condition"),
  INTERVENTIONS(
      "Interventions",
      s -> CsvValues.list(StudySummary.interventions(s.part("protocolSection"))),
      "InterventionType",
      "InterventionName"),
  PRIMARY_OUTCOMES(
      "Primary Outcome Measures", s -> CsvValues.outcomes(s, "primaryOutcomes"), "PrimaryOutcome"),
  SECONDARY_OUTCOMES(
      "Secondary Outcome Measures",
      s -> CsvValues.outcomes(s, "secondaryOutcomes"),
      "SecondaryOutcome"),
  OTHER_OUTCOMES(
      "Other Outcome Measures", s -> CsvValues.outcomes(s, "otherOutcomes"), "OtherOutcome"),
  SPONSOR(
      "Sponsor", s -> s.part(CsvValues.SPONSORS + ".leadSponsor").text("name"), "LeadSponsorName"),
  COLLABORATORS("Collaborators", CsvValues::collaborators, "CollaboratorName"),
  SEX("Sex", s -> s.part(CsvValues.ELIGIBILITY).text("sex"), "Sex"),
  AGE("Age", s -> String.join(", ", s.part(CsvValues.ELIGIBILITY).texts("stdAges")), "StdAge"),
  PHASES("Phases", s -> CsvValues.list(s.part(CsvValues.DESIGN).texts("phases")), "Phase"),
  ENROLLMENT(
      "Enrollment",
      s -> s.part(CsvValues.DESIGN + ".enrollmentInfo").text("count"),
      "EnrollmentCount"),
  FUNDER_TYPE(
      "Funder Type",
      s -> s.part(CsvValues.SPONSORS + ".leadSponsor").text("class"),
      "LeadSponsorClass"),
  STUDY_TYPE("Study Type", s -> s.part(CsvValues.DESIGN).text("studyType"), "StudyType"),
  STUDY_DESIGN("Study Design", CsvValues::design, "StudyType", "DesignInfo"),
  OTHER_IDS("Other IDs", CsvValues::otherIds, "OrgStudyId", "SecondaryId"),
  START_DATE("Start Date", s -> CsvValues.date(s, "startDateStruct"), "StartDate"),
  PRIMARY_COMPLETION_DATE(
      "Primary Completion Date",
      s -> CsvValues.date(s, "primaryCompletionDateStruct"),
      "PrimaryCompletionDate"),
  COMPLETION_DATE(
      "Completion Date", s -> CsvValues.date(s, "completionDateStruct"), "CompletionDate"),
  FIRST_POSTED(
      "First Posted", s -> CsvValues.date(s, "studyFirstPostDateStruct"), "StudyFirstPostDate"),
  RESULTS_FIRST_POSTED(
      "Results First Posted",
      s -> CsvValues.date(s, "resultsFirstPostDateStruct"),
      "ResultsFirstPostDate"),
  LAST_UPDATE_POSTED(
      "Last Update Posted",
      s -> CsvValues.date(s, "lastUpdatePostDateStruct"),
      "LastUpdatePostDate"),
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
