package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.query.Parsing.advanced;
import static org.studyatlas.query.Parsing.parse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.query.Expr.And;
import org.studyatlas.query.Expr.Not;
import org.studyatlas.query.Expr.Or;
import org.studyatlas.query.Expr.Search;
import org.studyatlas.query.Expr.Words;

/** What expressions mean, told by their normal form. */
class EssieParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          melanoma | AREA[BasicSearch]melanoma
          breast  cancer | AREA[BasicSearch]breast cancer
          "breast   cancer" | AREA[BasicSearch]"breast cancer"
          breast "lymph node" cancer | AREA[BasicSearch]breast AND AREA[BasicSearch]"lymph node" AND AREA[BasicSearch]cancer
          "a"b | AREA[BasicSearch]"a" AND AREA[BasicSearch]b
          (heart attack) | AREA[BasicSearch]heart attack
          MIN MAX | AREA[BasicSearch]MIN MAX
          Phase: 1/2 16.5 <x> & 'y' | AREA[BasicSearch]Phase: 1/2 16.5 <x> & 'y'
          """)
  void readsTerms(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a OR b AND c | AREA[BasicSearch]a OR AREA[BasicSearch]b AND AREA[BasicSearch]c
          (a OR b) AND c | (AREA[BasicSearch]a OR AREA[BasicSearch]b) AND AREA[BasicSearch]c
          (a OR b) c | (AREA[BasicSearch]a OR AREA[BasicSearch]b) AND AREA[BasicSearch]c
          pain NOT cancer | AREA[BasicSearch]pain AND NOT AREA[BasicSearch]cancer
          NOT a AND b | NOT AREA[BasicSearch]a AND AREA[BasicSearch]b
          NOT (a AND b) | NOT (AREA[BasicSearch]a AND AREA[BasicSearch]b)
          NOT NOT a | NOT NOT AREA[BasicSearch]a
          a AND AND b | AREA[BasicSearch]a AND AREA[BasicSearch]b
          a AND (b AND c) | AREA[BasicSearch]a AND AREA[BasicSearch]b AND AREA[BasicSearch]c
          a OR (b OR (c)) | AREA[BasicSearch]a OR AREA[BasicSearch]b OR AREA[BasicSearch]c
          a OR b, c | AREA[BasicSearch]a OR AREA[BasicSearch]b AND AREA[BasicSearch]c
          (head OR neck) AND pain NOT cancer | (AREA[BasicSearch]head OR AREA[BasicSearch]neck) AND AREA[BasicSearch]pain AND NOT AREA[BasicSearch]cancer
          bethesda NOT maryland OR ohio | AREA[BasicSearch]bethesda AND NOT AREA[BasicSearch]maryland OR AREA[BasicSearch]ohio
          """)
  void bindsByPrecedence(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Pembrolizumab, Nivolumab | AREA[BasicSearch]Pembrolizumab AND AREA[BasicSearch]Nivolumab
          Merck Sharp & Dohme, LLC | AREA[BasicSearch]Merck Sharp & Dohme AND AREA[BasicSearch]LLC
          AREA[LocationFacility]MyFacility,AREA[LocationCountry]United States | AREA[LocationFacility]MyFacility AND AREA[LocationCountry]United States
          a, AND b | AREA[BasicSearch]a AND AREA[BasicSearch]b
          Inc.,, | AREA[BasicSearch]Inc.
          , a | AREA[BasicSearch]a
          (a,) b | AREA[BasicSearch]a AND AREA[BasicSearch]b
          """)
  void takesCommasForAnd(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (head or neck) and pain not cancer | AREA[BasicSearch]head or neck AND AREA[BasicSearch]and pain not cancer
          all missing | AREA[BasicSearch]all missing
          areas ANDROID | AREA[BasicSearch]areas ANDROID
          """)
  void takesLowerCaseOperatorsForWords(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \\MISSING | AREA[BasicSearch]\\MISSING
          \\AND \\AREA | AREA[BasicSearch]\\AND \\AREA
          A\\ND x | AREA[BasicSearch]\\AND x
          \\(a\\) | AREA[BasicSearch]\\(a\\)
          a\\,b \\[c\\] \\"d | AREA[BasicSearch]a\\,b \\[c\\] \\"d
          \\Merck | AREA[BasicSearch]Merck
          C:\\\\x | AREA[BasicSearch]C:\\\\x
          a \\ b\\ | AREA[BasicSearch]a b
          "say \\"AND\\"" | AREA[BasicSearch]"say \\"AND\\""
          "\\Merck AND (x), [y]" | AREA[BasicSearch]"Merck AND (x), [y]"
          "C:\\\\" | AREA[BasicSearch]"C:\\\\"
          """)
  void readsEscapes(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA[InterventionName]aspirin x | AREA[InterventionName]aspirin x
          AREA[ConditionSearch]"a" b | AREA[ConditionSearch]"a" AND AREA[BasicSearch]b
          AREA[NCT-ID]nct841061 | AREA[NCTId]NCT00841061
          AREA[protocolSection.designModule.phases]PHASE1 | AREA[Phase]PHASE1
          AREA[ LocationCity ] Bethesda | AREA[LocationCity]Bethesda
          AREA[Phase](PHASE2 OR PHASE3) | AREA[Phase]PHASE2 OR AREA[Phase]PHASE3
          AREA[Condition]AREA[Keyword]x | AREA[Keyword]x
          AREA[Condition](AREA[Keyword]x OR y) | AREA[Keyword]x OR AREA[Condition]y
          AREA[Condition]NOT x | NOT AREA[Condition]x
          """)
  void searchesTheNamedArea(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA[LeadSponsorName]COVERAGE[FullMatch]"x y" | AREA[LeadSponsorName]COVERAGE[FullMatch]"x y"
          COVER[StartsWith]x | AREA[BasicSearch]COVERAGE[StartsWith]x
          COVERAGE[EndsWith](x OR y) | AREA[BasicSearch]COVERAGE[EndsWith]x OR AREA[BasicSearch]COVERAGE[EndsWith]y
          COVERAGE[FullMatch]COVERAGE[Contains]x | AREA[BasicSearch]x
          EXPANSION[None]SLE | AREA[BasicSearch]EXPANSION[None]SLE
          EXPANSION[Lossy]a b | AREA[BasicSearch]EXPANSION[Lossy]a b
          EXPANSION[Relaxation]a | AREA[BasicSearch]a
          EXPANSION[Lossy]"a b" | AREA[BasicSearch]"a b"
          EXPANSION[Lossy]COVERAGE[FullMatch]a | AREA[BasicSearch]COVERAGE[FullMatch]a
          EXPANSION[Term]COVERAGE[FullMatch]a | AREA[BasicSearch]COVERAGE[FullMatch]EXPANSION[Term]a
          EXPANSION[Concept] NOT (a OR b) | NOT (AREA[BasicSearch]EXPANSION[Concept]a OR AREA[BasicSearch]EXPANSION[Concept]b)
          EXPANSION[Concept]COVERAGE[FullMatch]a | AREA[BasicSearch]COVERAGE[FullMatch]a
          """)
  void carriesCoverageAndExpansionToTheTerms(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationState]Maine) | SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationState]Maine)
          SEARCH[Study]x | SEARCH[Study]AREA[BasicSearch]x
          heart attack AND SEARCH[Location](AREA[LocationStatus]Recruiting) | AREA[BasicSearch]heart attack AND SEARCH[Location]AREA[LocationStatus]RECRUITING
          TILT[StudyFirstPostDate]"heart attack" | TILT[StudyFirstPostDate]AREA[BasicSearch]"heart attack"
          TILT[EnrollmentCount]SEARCH[Study]NOT x | TILT[EnrollmentCount]SEARCH[Study]NOT AREA[BasicSearch]x
          ALL | ALL
          AREA[Sex]ALL | ALL
          ALL patients | ALL AND AREA[BasicSearch]patients
          AREA[ResultsFirstPostDate]MISSING | AREA[ResultsFirstPostDate]MISSING
          AREA[ResultsSection]MISSING | AREA[ResultsSection]MISSING
          NOT AREA[LastKnownStatus]MISSING | NOT AREA[LastKnownStatus]MISSING
          MISSING | AREA[BasicSearch]MISSING
          """)
  void readsScopesTiltsAndSources(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA[NCTIdSearch](NCT2 OR nct1 OR NCT00000002) | AREA[NCTIdSearch]NCT00000001 OR AREA[NCTIdSearch]NCT00000002
          a OR AREA[NCTId]NCT2 OR b OR AREA[NCTId]NCT1 | AREA[BasicSearch]a OR AREA[NCTId]NCT00000001 OR AREA[NCTId]NCT00000002 OR AREA[BasicSearch]b
          NOT AREA[NCTId](NCT1 OR NCT2) | NOT (AREA[NCTId]NCT00000001 OR AREA[NCTId]NCT00000002)
          AREA[NCTId](NCT1 OR NCT2) x | (AREA[NCTId]NCT00000001 OR AREA[NCTId]NCT00000002) AND AREA[BasicSearch]x
          AREA[IdSearch]NCT1 | AREA[IdSearch]NCT1
          """)
  void gathersIdsThatAreAlternatives(String text, String normalForm) {
    assertThat(advanced(text)).isEqualTo(normalForm);
  }

  @Test
  void keepsTheWordsAsTheyWereWritten() {
    Expr expr = parse("EXPANSION[None]SLE Étude");
    assertThat(expr)
        .isEqualTo(
            new Words(
                SearchTarget.area("BasicSearch"),
                "SLE Étude",
                false,
                Expansion.NONE,
                Coverage.CONTAINS));
    assertThat(((Words) expr).words()).containsExactly("SLE", "Étude");
  }

  @Test
  void buildsTheTreeThatTheTextSays() {
    Expr a = parse("a");
    Expr b = parse("b");
    assertThat(parse("NOT a OR SEARCH[Location](a b, b)"))
        .isEqualTo(
            new Or(List.of(new Not(a), new Search(Scope.SITE, new And(List.of(parse("a b"), b))))));
  }

  @ParameterizedTest
  @CsvSource({
    "query.cond, ConditionSearch",
    "query.term, BasicSearch",
    "query.locn, LocationSearch",
    "query.titles, TitleSearch",
    "query.intr, InterventionSearch",
    "query.outc, OutcomeSearch",
    "query.spons, SponsorSearch",
    "query.lead, LeadSponsorName",
    "query.id, IdSearch",
    "query.patient, PatientSearch"
  })
  void searchesTheAreaOfTheParameter(String parameter, String target) {
    assertThat(ExprPrinter.print(parse("x", ParseContext.ofQuery(parameter))))
        .isEqualTo("AREA[" + target + "]x");
  }
}
