package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.query.Parsing.fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told about text that is no expression. */
class ParseExceptionTest {

  private static final String EXPECTED =
      "'(', ',', 'NOT', 'AND', 'OR', 'SEARCH', 'AREA', 'RANGE', 'DISTANCE', Coverage, Expansion,"
          + " 'TILT', 'ALL', 'MISSING', 'MIN', 'MAX', EscapedKeyword, BooleanLiteral,"
          + " DecimalLiteral, DateLiteral, TimeLiteral, RadiusLiteral, StringLiteral, Term}";

  /** Messages that were recorded from the registry, word by word. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          AREA[NotARealField]x | Unknown area name: `NotARealField`
          AREA[LeadSponsorName]COVERAGE[FullMatc]"x" | Invalid coverage: FullMatc
          AREA[Phase]Bogus | Allowed values for enum field `protocolSection.designModule.phases` are `NA`, `EARLY_PHASE1`, `PHASE1`, `PHASE2`, `PHASE3`, `PHASE4`
          AREA[ConditionSearch]"bad"quote" | token recognition error at: '"'
          """)
  void saysWhatTheRegistrySays(String text, String message) {
    assertThat(fault(text)).hasMessage("Error parsing query in advanced filter: " + message);
  }

  @Test
  void listsWhatMayFollowATerm() {
    assertThat(fault("a [b", ParseContext.ofQuery("query.cond")))
        .hasMessage(
            "Error parsing query in Conditions or disease:"
                + " mismatched input '[' expecting {<EOF>, "
                + EXPECTED);
  }

  @Test
  void complainsTwiceBehindATermOfSeveralWords() {
    String text = "tolvaptan rosuvastatin BCRP OATP1B1 [diag:0]";
    assertThat(fault(text, ParseContext.ofQuery("query.term")))
        .hasMessage(
            "Error parsing query in Other terms:"
                + " no viable alternative at input 'rosuvastatin BCRP OATP1B1 ['\n"
                + "mismatched input '[' expecting {<EOF>, "
                + EXPECTED);
  }

  @Test
  void missesTheClosingParenthesis() {
    assertThat(fault("(a OR b", ParseContext.ofQuery("query.term")))
        .hasMessage("Error parsing query in Other terms: missing ')' at '<EOF>'");
  }

  @Test
  void listsTheParenthesisAmongWhatMayFollow() {
    assertThat(fault("(a [b)").detail())
        .isEqualTo("mismatched input '[' expecting {'(', ')', " + EXPECTED.substring(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~ | no viable alternative at input '<EOF>'
          ~ ~ | no viable alternative at input '<EOF>'
          \\ | no viable alternative at input '<EOF>'
          , | no viable alternative at input '<EOF>'
          AND a | no viable alternative at input 'AND'
          a AND | no viable alternative at input '<EOF>'
          a OR | no viable alternative at input '<EOF>'
          a OR OR b | no viable alternative at input 'OR'
          a AND OR b | no viable alternative at input 'OR'
          NOT | no viable alternative at input '<EOF>'
          () | no viable alternative at input ')'
          "" | no viable alternative at input '""'
          AREA[Condition] | no viable alternative at input '<EOF>'
          (a | missing ')' at '<EOF>'
          AREA[Condition | missing ']' at '<EOF>'
          AREA [Condition]x | mismatched input ' ' expecting '['
          AREA | mismatched input '<EOF>' expecting '['
          DISTANCE(1,2,3km) | mismatched input '(' expecting '['
          "abc | token recognition error at: '"abc'
          """)
  void followsTheShapesOfTheRegistrysParser(String text, String detail) {
    assertThat(fault(text).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a ) b | mismatched input ')' expecting {<EOF>, '('
          a ] b | mismatched input ']' expecting {<EOF>, '('
          COV[FullMatch]x | mismatched input '[' expecting {<EOF>, '('
          area[Phase]x | mismatched input '[' expecting {<EOF>, '('
          """)
  void refusesStrayBracketsAndParentheses(String text, String beginning) {
    assertThat(fault(text).detail()).startsWith(beginning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          EXPANSION[Foo]x | Invalid expansion: Foo
          EXPANSION[none]x | Invalid expansion: none
          SEARCH[Site]x | Invalid search: Site
          AREA[phase]NA | Unknown area name: `phase`
          AREA[]x | Unknown area name: ``
          AREA[BasicSearch:size]2 | Unknown area name: `BasicSearch`
          AREA[BriefTitle:size]2 | Size needs a list field, `BriefTitle` is none
          AREA[Phase:size]many | Invalid number: many
          TILT[ConditionSearch]x | Unknown area name: `ConditionSearch`
          TILT[BriefTitle]x | TILT needs a field of dates, numbers or ages, `BriefTitle` is none
          AREA[StartDate]soon | Invalid date: soon
          AREA[StartDate]2022 2023 | Invalid date: 2022 2023
          AREA[StartDate]2022-02-30 | Invalid date: 2022-02-30
          AREA[StartDate]RANGE[MAX, MIN] | Invalid date: MAX
          AREA[StartDate]RANGE[2020] | mismatched input ']' expecting ','
          AREA[StartDate]RANGE[2020,2021,2022] | mismatched input ',' expecting ']'
          AREA[MinimumAge]16 | Invalid age: 16
          AREA[MinimumAge]16 lightyears | Invalid age: 16 lightyears
          AREA[MinimumAge]5000.0001 years | Invalid age: 5000.0001 years
          AREA[EnrollmentCount]many | Invalid number: many
          AREA[EnrollmentCount]1e9 | Invalid number: 1e9
          AREA[HasResults]yes | Invalid boolean: yes
          AREA[NCTId]123 | Invalid NCT number: 123
          AREA[NCTIdSearch]foo | Invalid NCT number: foo
          RANGE[1, 2] | RANGE needs a field of dates, numbers or ages, `BasicSearch` is none
          AREA[BriefTitle]RANGE[1, 2] | RANGE needs a field of dates, numbers or ages, `BriefTitle` is none
          DISTANCE[1, 2, 3km] | DISTANCE needs a field of points, `BasicSearch` is none
          AREA[LocationGeoPoint]Boston | Words cannot be searched in `LocationGeoPoint`
          AREA[ConditionsModule]x | Words cannot be searched in the structure `ConditionsModule`
          AREA[LocationGeoPoint]DISTANCE[91, 0, 5mi] | Invalid latitude: 91
          AREA[LocationGeoPoint]DISTANCE[0, -180.5, 5mi] | Invalid longitude: -180.5
          AREA[LocationGeoPoint]DISTANCE[0, 0, 5] | Invalid radius: 5
          AREA[LocationGeoPoint]DISTANCE[0, 0, 501mi] | Invalid radius: 501mi
          AREA[LocationGeoPoint]DISTANCE[0, 0, 805.1km] | Invalid radius: 805.1km
          AREA[LocationGeoPoint]DISTANCE[0, 0, 0.9mi] | Invalid radius: 0.9mi
          AREA[LocationGeoPoint]DISTANCE[0, 0] | mismatched input ']' expecting ','
          """)
  void namesTheValueThatIsWrong(String text, String detail) {
    assertThat(fault(text).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          AREA[Phse]x | 5
          a AND AREA[StartDate]soon | 21
          a AND AREA[StartDate] RANGE[soon, MAX] | 28
          (a b [c) | 5
          "a | 0
          (a | 2
          """)
  void pointsAtTheFault(String text, int position) {
    assertThat(fault(text).position()).isEqualTo(position);
  }

  @Test
  void drawsACaret() {
    assertThat(fault("AREA[Phse]PHASE3").caret()).isEqualTo("AREA[Phse]PHASE3\n     ^");
  }

  @Test
  void drawsTheCaretWithinAnExcerptOfLongText() {
    String text = "x ".repeat(100) + "]\t" + "y ".repeat(100);
    String[] lines = fault(text).caret().split("\n");
    assertThat(lines[0]).hasSizeLessThan(125).startsWith("…").endsWith("…");
    assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo(']');
  }

  @Test
  void suggestsTheNameInItsRightCase() {
    assertThat(fault("AREA[phase]NA").hint()).contains("did you mean Phase");
    assertThat(fault("AREA[Phse]NA").hint()).isEmpty();
  }

  @Test
  void shortensVeryLongValuesInMessages() {
    assertThat(fault("\"" + "x".repeat(10_000)).getMessage()).hasSizeLessThan(300);
  }

  @Test
  void knowsTheRegistrysQueryParametersOnly() {
    assertThatThrownBy(() -> ParseContext.ofQuery("query.bogus"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
