package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.studyatlas.query.Parsing.fault;
import static org.studyatlas.query.Parsing.parse;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is meant to hurt is refused, soon. */
class ParserLimitsTest {

  private static final int MANY = EssieParser.MAX_LENGTH;
  private static final Duration SOON = Duration.ofSeconds(2);

  static Stream<String> attacks() {
    return Stream.of(
            "(",
            ")",
            "[",
            "NOT ",
            "NOT(",
            "\"",
            "\\",
            ",",
            "a,",
            "a OR ",
            "AND ",
            "AREA[Phase]",
            "AREA[",
            "AREA[Phase](",
            "\"a\"",
            "((a) ",
            "(a OR ",
            "a\\",
            "SEARCH[Location]",
            "TILT[StartDate]",
            "EXPANSION[None]",
            "9",
            "AREA[StartDate]RANGE[",
            "RANGE[,",
            "DISTANCE[,",
            "AREA[EnrollmentCount]9 ",
            "\u0000",
            "NCT1 OR ",
            "AREA[NCTId]NCT1 OR ")
        .map(piece -> piece.repeat(MANY / piece.length()));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void refusesRepetitionsInTime(String text) {
    assertTimeoutPreemptively(
        SOON,
        () -> {
          try {
            EssieParser.parse(text, ParseContext.ofAdvancedFilter());
          } catch (ParseException e) {
            assertThat(e.caret()).contains("^");
            assertThat(e.getMessage()).hasSizeLessThan(1_000);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "SEARCH[Location]", "TILT[StartDate](", "NOT("})
  void refusesToNestTooDeep(String opening) {
    assertThat(fault(opening.repeat(1_000) + "a").detail())
        .isEqualTo("expression is nested deeper than 200 levels");
  }

  @Test
  void nestsAsDeepAsTheLimit() {
    String text = "(a OR b AND ".repeat(200) + "c" + ")".repeat(200);
    Expr expr = parse(text);
    assertThat(parse(ExprPrinter.print(expr))).isEqualTo(expr);
    assertThat(parse("(".repeat(200) + "c" + ")".repeat(200))).isEqualTo(parse("c"));
  }

  @Test
  void countsOnlyWhatIsOpenTowardsTheDepth() {
    assertThatCode(() -> parse("(a) NOT b ".repeat(1_000))).doesNotThrowAnyException();
  }

  @Test
  void refusesTooManyTerms() {
    String detail = "expression has more than 5000 words and conditions";
    assertThat(fault("a OR ".repeat(5_000) + "a").detail()).isEqualTo(detail);
    assertThat(fault("a ".repeat(5_001)).detail()).isEqualTo(detail);
    assertThat(fault("ALL ".repeat(5_001)).detail()).isEqualTo(detail);
    assertThatCode(() -> parse("a ".repeat(5_000))).doesNotThrowAnyException();
  }

  @Test
  void refusesTooManyCharacters() {
    assertThat(fault("a".repeat(65_537)).detail())
        .isEqualTo("expression has more than 65536 characters in its words");
    assertThat(fault("\"" + "a ".repeat(65_536) + "\"").detail())
        .isEqualTo("expression has more than 65536 characters in its words");
    assertThat(fault(" ".repeat(MANY + 1)).detail())
        .isEqualTo("expression is longer than 1048576 characters");
  }

  @Test
  void readsTheNormalFormOfTheLargestExpressions() {
    String prefix =
        "EXPANSION[Concept]COVERAGE[Contains]AREA[ResponsiblePartyInvestigatorAffiliation]";
    Expr expr = parse(prefix + "(" + "\\(\\(,".repeat(4_999) + ")");
    String normalForm = ExprPrinter.print(expr);
    assertThat(normalForm).hasSizeLessThan(EssieParser.MAX_LENGTH);
    assertThat(parse(normalForm)).isEqualTo(expr);
  }
}
