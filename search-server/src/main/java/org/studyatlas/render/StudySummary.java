package org.studyatlas.render;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list of hits shows of a study. What the record does not have is null or an empty list.
 *
 * @param overallStatus a constant of Status
 * @param phases constants of Phase; empty is not the same as {@code NA}
 * @param studyType a constant of StudyType
 * @param interventions each as type and name, e.g. {@code DRUG: Aspirin}
 * @param enrollment number of participants, planned or actual; the registry's 99999999, which means
 *     unknown, is null
 * @param startDate as the registry writes it, {@code yyyy-MM} or {@code yyyy-MM-dd}
 * @param completionDate likewise
 */
public record StudySummary(
    @Nullable String nctId,
    @Nullable String briefTitle,
    @Nullable String overallStatus,
    List<String> phases,
    @Nullable String studyType,
    List<String> conditions,
    List<String> interventions,
    @Nullable Sponsor leadSponsor,
    @Nullable Long enrollment,
    @Nullable String startDate,
    @Nullable String completionDate) {

  /** What the registry writes for an unknown number of participants. */
  private static final String UNKNOWN_COUNT = "99999999";

  /**
   * A sponsor.
   *
   * @param agencyClass a constant of AgencyClass
   */
  public record Sponsor(@Nullable String name, @Nullable String agencyClass) {}

  /** Copies the lists. */
  public StudySummary {
    phases = List.copyOf(phases);
    conditions = List.copyOf(conditions);
    interventions = List.copyOf(interventions);
  }

  static StudySummary of(Part study) {
    Part protocol = study.part("protocolSection");
    Part status = protocol.part("statusModule");
    Part design = protocol.part("designModule");
    return new StudySummary(
        protocol.part("identificationModule").findText("nctId"),
        protocol.part("identificationModule").findText("briefTitle"),
        status.findText("overallStatus"),
        design.texts("phases"),
        design.findText("studyType"),
        protocol.part("conditionsModule").texts("conditions"),
        interventions(protocol),
        sponsor(protocol.part("sponsorCollaboratorsModule.leadSponsor")),
        findEnrollment(design).orElse(null),
        status.part("startDateStruct").findText("date"),
        status.part("completionDateStruct").findText("date"));
  }

  /** Each as type and name, as in the registry's CSV. */
  static List<String> interventions(Part protocol) {
    return protocol.part("armsInterventionsModule").parts("interventions").stream()
        .map(intervention -> intervention.text("type") + ": " + intervention.text("name"))
        .toList();
  }

  private static @Nullable Sponsor sponsor(Part sponsor) {
    return sponsor.isEmpty()
        ? null
        : new Sponsor(sponsor.findText("name"), sponsor.findText("class"));
  }

  /** Number of participants; empty if it is unknown. */
  static Optional<Long> findEnrollment(Part designModule) {
    String count = designModule.part("enrollmentInfo").text("count");
    try {
      return count.isEmpty() || count.equals(UNKNOWN_COUNT)
          ? Optional.empty()
          : Optional.of(Long.valueOf(count));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
