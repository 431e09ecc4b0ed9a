package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggFiltersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          status:not; AREA[OverallStatus]NOT_YET_RECRUITING
          status:rec; AREA[OverallStatus]RECRUITING
          status:act; AREA[OverallStatus]ACTIVE_NOT_RECRUITING
          status:com; AREA[OverallStatus]COMPLETED
          status:ter; AREA[OverallStatus]TERMINATED
          status:enr; AREA[OverallStatus]ENROLLING_BY_INVITATION
          status:sus; AREA[OverallStatus]SUSPENDED
          status:wit; AREA[OverallStatus]WITHDRAWN
          status:unk; AREA[OverallStatus]UNKNOWN
          status:ava; AREA[OverallStatus]AVAILABLE
          status:nla; AREA[OverallStatus]NO_LONGER_AVAILABLE
          status:tna; AREA[OverallStatus]TEMPORARILY_NOT_AVAILABLE
          status:afm; AREA[OverallStatus]APPROVED_FOR_MARKETING
          phase:0 1; AREA[Phase]EARLY_PHASE1 OR AREA[Phase]PHASE1
          phase:2 3 4; AREA[Phase]PHASE2 OR AREA[Phase]PHASE3 OR AREA[Phase]PHASE4
          phase:NA; AREA[Phase]NA
          studyType:int; AREA[StudyType]INTERVENTIONAL
          studyType:obs; AREA[StudyType]OBSERVATIONAL
          studyType:exp; AREA[StudyType]EXPANDED_ACCESS
          studyType:obs_patreg; AREA[PatientRegistry]true
          studyType:exp_indiv; AREA[ExpAccTypeIndividual]true
          studyType:exp_inter; AREA[ExpAccTypeIntermediate]true
          studyType:exp_treat; AREA[ExpAccTypeTreatment]true
          ages:child older; AREA[StdAge]CHILD OR AREA[StdAge]OLDER_ADULT
          ages:adult; AREA[StdAge]ADULT
          sex:f; AREA[Sex]FEMALE OR AREA[Sex]"ALL"
          sex:m; AREA[Sex]MALE OR AREA[Sex]"ALL"
          healthy:y; AREA[HealthyVolunteers]true
          results:with; AREA[HasResults]true
          results:without; NOT AREA[HasResults]true
          docs:prot sap icf; AREA[LargeDocHasProtocol]true OR AREA[LargeDocHasSAP]true OR AREA[LargeDocHasICF]true
          funderType:nih; AREA[LeadSponsorClass]NIH OR AREA[CollaboratorClass]NIH
          funderType:fed; AREA[LeadSponsorClass]FED OR AREA[CollaboratorClass]FED
          funderType:industry; AREA[LeadSponsorClass]INDUSTRY OR AREA[CollaboratorClass]INDUSTRY
          violation:y; NOT AREA[ViolationAnnotation]MISSING
          """)
  void readsEveryOption(String text, String normalForm) throws ParameterException {
    assertThat(ExprPrinter.print(AggFilters.parse(text))).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          results:with,status:com; AREA[HasResults]true AND AREA[OverallStatus]COMPLETED
          results:with|status:com; AREA[HasResults]true AND AREA[OverallStatus]COMPLETED
          healthy:y,status:not rec; AREA[HealthyVolunteers]true AND (AREA[OverallStatus]NOT_YET_RECRUITING OR AREA[OverallStatus]RECRUITING)
          status:rec,status:com; AREA[OverallStatus]COMPLETED
          status:rec rec; AREA[OverallStatus]RECRUITING
          ''; ALL
          """)
  void facetsAllApplyAndTheLastOfTheSameCounts(String text, String normalForm)
      throws ParameterException {
    assertThat(ExprPrinter.print(AggFilters.parse(text))).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          phase:PHASE3; NOT ALL
          phase:na; NOT ALL
          status:avail; NOT ALL
          status:; NOT ALL
          phase:3 PHASE4; AREA[Phase]PHASE3
          status:rec|com; AREA[OverallStatus]RECRUITING AND NOT ALL
          """)
  void unknownOptionsMatchNothing(String text, String normalForm) throws ParameterException {
    assertThat(ExprPrinter.print(AggFilters.parse(text))).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          phases:3; Invalid value in parameter `aggFilters`: `phases`
          Phase:3; Invalid value in parameter `aggFilters`: `Phase`
          status:rec OR status:com; Item 1 in parameter `aggFilters` has incorrect format
          sex:f,a:b:c; Item 2 in parameter `aggFilters` has incorrect format
          """)
  void refusesUnknownFacetsAndOtherForms(String text, String message) {
    assertThatThrownBy(() -> AggFilters.parse(text))
        .isInstanceOf(ParameterException.class)
        .hasMessage(message);
  }
}
