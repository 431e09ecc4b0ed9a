package org.studyatlas.render;

import java.util.List;
import java.util.stream.Collectors;
import org.studyatlas.study.CountryCodes;

/** The registry's constants in the code systems of FHIR R4; what has no counterpart is empty. */
final class FhirCodes {

  static final String REGISTRY = "http://clinicaltrials.gov";

  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final String MESH = "https://www.nlm.nih.gov/mesh";
  private static final String COUNTRIES = "urn:iso:std:iso:3166";

  private FhirCodes() {}

  /** Code of ResearchStudyStatus. */
  static String status(String overallStatus) {
    return switch (overallStatus) {
      case "RECRUITING", "ENROLLING_BY_INVITATION", "AVAILABLE" -> "active";
      case "NOT_YET_RECRUITING", "APPROVED_FOR_MARKETING" -> "approved";
      case "ACTIVE_NOT_RECRUITING", "NO_LONGER_AVAILABLE" -> "closed-to-accrual";
      case "SUSPENDED", "TEMPORARILY_NOT_AVAILABLE" -> "temporarily-closed-to-accrual";
      case "COMPLETED" -> "completed";
      case "TERMINATED" -> "administratively-completed";
      case "WITHDRAWN" -> "withdrawn";
      default -> "";
    };
  }

  /** FHIR has one phase where the registry has a list. */
  static FhirConcept phase(List<String> phases) {
    String text =
        phases.stream()
            .map(phase -> FhirConcept.label("Phase", phase))
            .collect(Collectors.joining("/"));
    String code =
        switch (String.join(",", phases)) {
          case "NA" -> "n-a";
          case "EARLY_PHASE1" -> "early-phase-1";
          case "PHASE1" -> "phase-1";
          case "PHASE1,PHASE2" -> "phase-1-phase-2";
          case "PHASE2" -> "phase-2";
          case "PHASE2,PHASE3" -> "phase-2-phase-3";
          case "PHASE3" -> "phase-3";
          case "PHASE4" -> "phase-4";
          default -> "";
        };
    return FhirConcept.of(text, TERMINOLOGY + "research-study-phase", code);
  }

  static FhirConcept primaryPurpose(String purpose) {
    String code =
        switch (purpose) {
          case "TREATMENT" -> "treatment";
          case "PREVENTION" -> "prevention";
          case "DIAGNOSTIC" -> "diagnostic";
          case "SUPPORTIVE_CARE" -> "supportive-care";
          case "SCREENING" -> "screening";
          case "HEALTH_SERVICES_RESEARCH" -> "health-services-research";
          case "BASIC_SCIENCE" -> "basic-science";
          case "DEVICE_FEASIBILITY" -> "device-feasibility";
          default -> "";
        };
    String text = FhirConcept.label("PrimaryPurpose", purpose);
    return FhirConcept.of(text, TERMINOLOGY + "research-study-prim-purp-type", code);
  }

  /** Kind of an objective: {@code primary}, {@code secondary} or {@code exploratory}. */
  static FhirConcept objective(String code) {
    return FhirConcept.of(code, TERMINOLOGY + "research-study-objective-type", code);
  }

  static FhirConcept mesh(Part heading) {
    return FhirConcept.of(heading.text("term"), MESH, heading.text("id"));
  }

  static FhirConcept country(String country) {
    return FhirConcept.of(country, COUNTRIES, CountryCodes.find(country).orElse(""));
  }
}
