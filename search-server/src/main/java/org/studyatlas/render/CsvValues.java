package org.studyatlas.render;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.studyatlas.study.NctId;

/** Values of the CSV columns that take more than one look into the study. */
final class CsvValues {

  static final String IDENTIFICATION = "protocolSection.identificationModule";
  static final String STATUS = "protocolSection.statusModule";
  static final String SPONSORS = "protocolSection.sponsorCollaboratorsModule";
  static final String DESIGN = "protocolSection.designModule";
  static final String ELIGIBILITY = "protocolSection.eligibilityModule";

  private static final String DOCUMENTS_URL = "https://cdn.clinicaltrials.gov/large-docs/";

  /** A slip of the registry, the same for every study, kept because clients compare. */
  private static final String OBSERVATIONAL_DESIGN = "Observational Model: |Time Perspective: p";

  private CsvValues() {}

  /** Items of a list in one cell. */
  static String list(List<String> items) {
    return String.join("|", items);
  }

  static String nctId(Part study) {
    return study.part(IDENTIFICATION).text("nctId");
  }

  static String date(Part study, String struct) {
    return study.part(STATUS).part(struct).text("date");
  }

  static String outcomes(Part study, String name) {
    return study.part("protocolSection.outcomesModule").parts(name).stream()
        .map(outcome -> joined(outcome, "measure", "description", "timeFrame"))
        .collect(Collectors.joining("|"));
  }

  static String collaborators(Part study) {
    return study.part(SPONSORS).parts("collaborators").stream()
        .map(collaborator -> collaborator.text("name"))
        .collect(Collectors.joining("|"));
  }

  static String otherIds(Part study) {
    Part identification = study.part(IDENTIFICATION);
    Stream<String> secondary =
        identification.parts("secondaryIdInfos").stream().map(info -> info.text("id"));
    return Stream.concat(Stream.of(identification.part("orgStudyIdInfo").text("id")), secondary)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.joining("|"));
  }

  static String sites(Part study) {
    return study.part("protocolSection.contactsLocationsModule").parts("locations").stream()
        .map(site -> joined(site, "facility", "city", "state", "zip", "country"))
        .collect(Collectors.joining("|"));
  }

  static String documents(Part study) {
    String id = nctId(study);
    String folder = NctId.find(id).map(NctId::folder).orElse("");
    return study.part("documentSection.largeDocumentModule").parts("largeDocs").stream()
        .map(
            document ->
                String.join("/", DOCUMENTS_URL + folder, id, document.text("filename"))
                    .transform(url -> document.text("label") + ", " + url))
        .collect(Collectors.joining("|"));
  }

  /**
   * The design in the registry's notation. What it writes for expanded access is not known; here it
   * is empty.
   */
  static String design(Part study) {
    Part design = study.part(DESIGN + ".designInfo");
    return switch (study.part(DESIGN).text("studyType")) {
      case "INTERVENTIONAL" ->
          "Allocation: "
              + design.text("allocation")
              + "|Intervention Model: "
              + design.text("interventionModel")
              + "|Masking: "
              + masking(design.part("maskingInfo"))
              + "|Primary Purpose: "
              + design.text("primaryPurpose");
      case "OBSERVATIONAL" -> OBSERVATIONAL_DESIGN;
      default -> "";
    };
  }

  private static String masking(Part masking) {
    List<String> who = masking.texts("whoMasked");
    String masked = masking.text("masking");
    return who.isEmpty() ? masked : masked + " (" + String.join(", ", who) + ")";
  }

  private static String joined(Part part, String... names) {
    return Stream.of(names)
        .map(part::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
