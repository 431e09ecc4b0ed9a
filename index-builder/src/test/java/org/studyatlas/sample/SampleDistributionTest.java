package org.studyatlas.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The synthetic registry looks like the real one; figures of the live registry of 2026-08. */
class SampleDistributionTest {

  private static final int STUDIES = 6_000;
  private static final String SITES = "protocolSection.contactsLocationsModule.locations";

  /** The first part of a large registry: its studies are of all years. */
  private static final SampleRegistry REGISTRY = new SampleRegistry(SampleOptions.of(600_000, 5));

  private static final Census CENSUS = Census.of(REGISTRY, STUDIES);

  @Test
  void recordsHaveAboutSeventeenKilobytes() {
    assertThat(CENSUS.meanBytes()).isBetween(16_000.0, 19_000.0);
  }

  @Test
  void halfOfTheRecordsAreMuchSmallerAndSomeMuchLarger() {
    int[] sizes = new int[2_000];
    Arrays.setAll(sizes, i -> REGISTRY.study(i).length);
    Arrays.sort(sizes);
    assertThat(sizes[1_000]).isBetween(9_000, 12_000);
    assertThat(sizes[1_980]).isGreaterThan(80_000);
  }

  @Test
  void oneStudyInSevenHasResults() {
    assertThat(CENSUS.shareOfStudies("hasResults", "true")).isCloseTo(0.133, within(0.012));
  }

  @Test
  void aStudyHasFiveOrSixSites() {
    assertThat(CENSUS.perStudy(SITES + ".city")).isBetween(4.7, 6.8);
  }

  @Test
  void mostSitesHaveAPointAndLessThanHalfAStatus() {
    assertThat(CENSUS.per(SITES + ".geoPoint", SITES + ".city")).isCloseTo(0.97, within(0.01));
    assertThat(CENSUS.per(SITES + ".status", SITES + ".city")).isCloseTo(0.43, within(0.08));
  }

  @Test
  void nearlyHalfOfTheSitesAreInTheUnitedStates() {
    Map<String, Integer> countries = CENSUS.values(SITES + ".country");
    double share =
        (double) countries.getOrDefault("United States", 0) / CENSUS.count(SITES + ".country");
    assertThat(share).isCloseTo(0.45, within(0.07));
    assertThat(countries).hasSizeGreaterThan(80);
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, 54.5, 2",
    "UNKNOWN, 16.0, 1.5",
    "RECRUITING, 10.8, 1.5",
    "TERMINATED, 5.7, 1",
    "NOT_YET_RECRUITING, 4.9, 1",
    "ACTIVE_NOT_RECRUITING, 3.7, 0.8",
    "WITHDRAWN, 2.8, 0.8",
    "ENROLLING_BY_INVITATION, 0.9, 0.4"
  })
  void statusesHaveTheirShares(String status, double percent, double tolerance) {
    double share =
        100 * CENSUS.shareOfStudies("protocolSection.statusModule.overallStatus", status);
    assertThat(share).isCloseTo(percent, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({"INTERVENTIONAL, 76.5, 2", "OBSERVATIONAL, 23.2, 2", "EXPANDED_ACCESS, 0.25, 0.2"})
  void typesHaveTheirShares(String type, double percent, double tolerance) {
    double share = 100 * CENSUS.shareOfStudies("protocolSection.designModule.studyType", type);
    assertThat(share).isCloseTo(percent, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    "NA, 39.2, 2.5",
    "EARLY_PHASE1, 1.1, 0.5",
    "PHASE1, 10.9, 1.5",
    "PHASE2, 15.0, 1.5",
    "PHASE3, 8.3, 1.5",
    "PHASE4, 6.0, 1.2"
  })
  void phasesHaveTheirShares(String phase, double percent, double tolerance) {
    double share = 100 * CENSUS.shareOfStudies("protocolSection.designModule.phases", phase);
    assertThat(share).isCloseTo(percent, within(tolerance));
  }

  @Test
  void aQuarterOfTheStudiesHasNoPhaseAtAll() {
    assertThat(1 - CENSUS.perStudy("protocolSection.designModule.phases"))
        .isCloseTo(0.237, within(0.02));
  }

  @Test
  void manyDatesAreKnownToTheMonthOnly() {
    assertThat(monthOnly("startDateStruct")).isCloseTo(0.33, within(0.03));
    assertThat(monthOnly("completionDateStruct")).isCloseTo(0.40, within(0.03));
  }

  private static double monthOnly(String struct) {
    String path = "protocolSection.statusModule." + struct + ".date";
    int months =
        CENSUS.values(path).entrySet().stream()
            .filter(date -> date.getKey().length() == "yyyy-MM".length())
            .mapToInt(Map.Entry::getValue)
            .sum();
    return (double) months / CENSUS.count(path);
  }

  @Test
  void halfOfTheStudiesHasNoMaximumAge() {
    assertThat(CENSUS.perStudy("protocolSection.eligibilityModule.maximumAge"))
        .isCloseTo(0.48, within(0.03));
    assertThat(CENSUS.perStudy("protocolSection.eligibilityModule.minimumAge"))
        .isCloseTo(0.93, within(0.02));
  }

  @Test
  void companiesLeadOneStudyInFive() {
    String path = "protocolSection.sponsorCollaboratorsModule.leadSponsor.class";
    assertThat(CENSUS.shareOfStudies(path, "INDUSTRY")).isCloseTo(0.22, within(0.02));
  }

  @Test
  void theDataDateIsInEveryRecord() {
    assertThat(CENSUS.shareOfStudies("derivedSection.miscInfoModule.versionHolder", "2026-08-14"))
        .isEqualTo(1);
  }

  @Test
  void everyoneWritesToExampleOrg() {
    assertThat(CENSUS.values(SITES + ".contacts.email").keySet())
        .isNotEmpty()
        .allMatch(address -> address.endsWith("@example.org"));
  }
}
