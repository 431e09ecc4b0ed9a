package org.studyatlas.render;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.study.NctId;

/** How the values of the CSV columns are made. */
final class CsvValues {

  private static final String DOCUMENTS_URL = "https://cdn.clinicaltrials.gov/large-docs/";

  /** A slip of the registry, the same for every study, kept because clients compare. */
  private static final String OBSERVATIONAL_DESIGN = "Observational Model: |Time Perspective: p";

  private CsvValues() {}

  /** All values of the pieces, piece after piece. */
  static String list(Part study, String... pieces) {
    return Stream.of(pieces)
        .flatMap(piece -> study.textsAt(path(piece)).stream())
        .collect(joining("|"));
  }

  static String url(Part study) {
    return "https://clinicaltrials.gov/study/" + list(study, "NCTId");
  }

  static String results(Part study) {
    return study.isTrue("hasResults") ? "YES" : "NO";
  }

  static String interventions(Part study) {
    return String.join("|", StudySummary.interventions(study.part("protocolSection")));
  }

  static String outcomes(Part study, String piece) {
    return study.partsAt(path(piece)).stream()
        .map(outcome -> commaJoined(outcome, "measure", "description", "timeFrame"))
        .collect(joining("|"));
  }

  static String ages(Part study) {
    return String.join(", ", study.textsAt(path("StdAge")));
  }

  static String sites(Part study) {
    return study.partsAt(Field.SITES_PATH).stream()
        .map(site -> commaJoined(site, "facility", "city", "state", "zip", "country"))
        .collect(joining("|"));
  }

  static String documents(Part study) {
    String id = list(study, "NCTId");
    String folder = DOCUMENTS_URL + NctId.find(id).map(NctId::folder).orElse("") + "/" + id + "/";
    return study.partsAt(path("LargeDoc")).stream()
        .map(document -> document.text("label") + ", " + folder + document.text("filename"))
        .collect(joining("|"));
  }

  /**
   * The design in the registry's notation. What it writes for expanded access is not known; here it
   * is empty.
   */
  static String design(Part study) {
    return switch (list(study, "StudyType")) {
      case "INTERVENTIONAL" ->
          "Allocation: "
              + list(study, "DesignAllocation")
              + "|Intervention Model: "
              + list(study, "DesignInterventionModel")
              + "|Masking: "
              + masking(study)
              + "|Primary Purpose: "
              + list(study, "DesignPrimaryPurpose");
      case "OBSERVATIONAL" -> OBSERVATIONAL_DESIGN;
      default -> "";
    };
  }

  private static String masking(Part study) {
    List<String> who = study.textsAt(path("DesignWhoMasked"));
    String masked = list(study, "DesignMasking");
    return who.isEmpty() ? masked : masked + " (" + String.join(", ", who) + ")";
  }

  private static String commaJoined(Part part, String... names) {
    return Stream.of(names).map(part::text).filter(text -> !text.isEmpty()).collect(joining(", "));
  }

  private static String path(String piece) {
    return FieldCatalogue.standard().getPiece(piece).path();
  }
}
