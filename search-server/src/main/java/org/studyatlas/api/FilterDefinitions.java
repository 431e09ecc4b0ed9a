package org.studyatlas.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters that are filters on studies. */
public final class FilterDefinitions {

  private static final String EXCLUDES = " A study without a value is excluded.";
  private static final String CHOICE = "; a list is a choice." + EXCLUDES;

  /** Constants of an enumeration. */
  public static final List<Parameter.Constants> CONSTANTS =
      List.of(
          constants("status", "OverallStatus", "RECRUITING", "The study's overall status"),
          constants("phase", "Phase", "PHASE3", "A phase of the study"),
          constants("studyType", "StudyType", "INTERVENTIONAL", "Type of the study"),
          constants("sponsorClass", "LeadSponsorClass", "INDUSTRY", "Class of the lead sponsor"),
          constants("interventionType", "InterventionType", "DRUG", "Type of an intervention"),
          constants("ageGroup", "StdAge", "CHILD", "An age group that may take part"));

  /** Whole names, with the pieces that hold them. */
  public static final Map<Parameter.Names, List<String>> NAMED = named();

  /** Sex of the participants. */
  public static final Parameter.Constants SEX =
      new Parameter.Constants(
          "sex",
          "Sex",
          "FEMALE",
          "FEMALE also finds studies for all, and so does MALE; ALL only those." + EXCLUDES);

  /** Age of the participants. */
  public static final Parameter.Text AGE =
      new Parameter.Text(
          "age",
          "12..18",
          "58, 12..18, 65.., 6 months, 6..18 months: the study's range overlaps. A bound that the"
              + " study does not have is open.");

  /** Healthy volunteers. */
  public static final Parameter.Flag HEALTHY =
      new Parameter.Flag("healthy", "Whether healthy people may take part." + EXCLUDES);

  /** Results. */
  public static final Parameter.Flag HAS_RESULTS =
      new Parameter.Flag("hasResults", "Whether results were posted." + EXCLUDES);

  /** Number of participants. */
  public static final Parameter.Text ENROLLMENT =
      new Parameter.Text(
          "enrollment",
          "100..500",
          "Number of participants: 100, 100..500, 100... 99999999 means unknown and is excluded."
              + EXCLUDES);

  /** Years of the start. */
  public static final Parameter.Items START_YEAR =
      new Parameter.Items("startYear", "2024", "Years of the start date" + CHOICE);

  /** Ranges of dates, with their pieces. */
  public static final Map<Parameter.Text, String> DATES = dates();

  /** All of them, in the order of the documentation. */
  static final List<Parameter> ALL =
      Parameter.all(
          CONSTANTS,
          List.copyOf(NAMED.keySet()),
          List.of(SEX, AGE, HEALTHY, HAS_RESULTS, ENROLLMENT, START_YEAR),
          List.copyOf(DATES.keySet()));

  private FilterDefinitions() {}

  private static Parameter.Constants constants(
      String name, String piece, String example, String what) {
    return new Parameter.Constants(name, piece, example, what + CHOICE);
  }

  private static Map<Parameter.Names, List<String>> named() {
    Map<Parameter.Names, List<String>> pieces = new LinkedHashMap<>();
    pieces.put(
        new Parameter.Names(
            "sponsor",
            "Pfizer",
            "Whole name of the lead sponsor; several are a choice." + EXCLUDES),
        List.of("LeadSponsorName"));
    pieces.put(
        mesh("condition", "Asthma", "A condition"),
        List.of("ConditionMeshTerm", "ConditionAncestorTerm"));
    pieces.put(
        mesh("intervention", "Aspirin", "An intervention"),
        List.of("InterventionMeshTerm", "InterventionAncestorTerm"));
    return Collections.unmodifiableMap(pieces);
  }

  private static Parameter.Names mesh(String name, String example, String what) {
    return new Parameter.Names(
        name,
        example,
        what + " as a MeSH term of the study, or one above it; several are a choice." + EXCLUDES);
  }

  private static Map<Parameter.Text, String> dates() {
    Map<Parameter.Text, String> pieces = new LinkedHashMap<>();
    pieces.put(date("start", "Start"), "StartDate");
    pieces.put(date("completion", "Completion"), "CompletionDate");
    pieces.put(date("primaryCompletion", "Primary completion"), "PrimaryCompletionDate");
    pieces.put(date("firstPosted", "First posted"), "StudyFirstPostDate");
    pieces.put(date("lastUpdate", "Last update posted"), "LastUpdatePostDate");
    pieces.put(date("resultsPosted", "Results first posted"), "ResultsFirstPostDate");
    return Collections.unmodifiableMap(pieces);
  }

  private static Parameter.Text date(String name, String what) {
    return new Parameter.Text(
        name,
        "2020..2030-05-31",
        what
            + ": 2024, 2024-05, 2020..2024-05-31, 2024-05... A partial date is its whole period; that"
            + " of a study counts as its first day."
            + EXCLUDES);
  }
}
