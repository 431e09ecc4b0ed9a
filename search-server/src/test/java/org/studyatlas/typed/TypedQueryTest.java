package org.studyatlas.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.query.Expr;
import org.studyatlas.query.ExprPrinter;
import org.studyatlas.query.SearchTarget;

class TypedQueryTest {

  private static final SearchTarget BASIC = SearchTarget.area("BasicSearch");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "heart attack ; A heart attack",
        "  heart   attack ; A heart attack",
        "\"heart attack\" ; A\"heart attack\"",
        "“heart attack” ; A\"heart attack\"",
        "heart \"side by side\" attack ; A heart attack AND A\"side by side\"",
        "heart -attack ; A heart AND NOT A attack",
        "heart NOT attack ; A heart AND NOT A attack",
        "heart AND NOT attack ; A heart AND NOT A attack",
        "heart - attack ; A heart attack",
        "--attack ; A attack",
        "- attack ; A attack",
        "heart - -attack ; A heart AND NOT A attack",
        "NOT - attack ; NOT A attack",
        "NOT NOT attack ; A attack",
        "heart-attack ; A heart-attack",
        "\"heart -- attack\" ; A\"heart -- attack\"",
        "asthma OR(copd) ; A asthma OR A copd",
        "(asthma)OR(copd) ; A asthma OR A copd",
        "asthma AND NOT(copd) ; A asthma AND NOT A copd",
        "\"lung cancer\"OR\"copd\" ; A\"lung cancer\" OR A\"copd\"",
        "OR-101 ; A OR-101",
        "asthma | * ; ALL",
        "asthma * ; A asthma",
        "-* ; NOT ALL",
        "asthma -* ; A asthma AND NOT ALL",
        "(asthma | *) copd ; A copd",
        "-attack ; NOT A attack",
        "asthma | copd ; A asthma OR A copd",
        "asthma OR copd ; A asthma OR A copd",
        "asthma AND copd ; A asthma copd",
        "asthma and copd ; A asthma and copd",
        "(asthma OR copd) children ; (A asthma OR A copd) AND A children",
        "asthm* ; A asthm*",
        "a* ; A a",
        "pembro* lung ; A pembro* AND A lung",
        "astma~ ; A astma~1",
        "diabtes~ ; A diabtes~2",
        "diabtes~1 ; A diabtes~1",
        "\"heart attack\"~3 ; A heart attack",
        "covid-19 ; A covid-19",
        "il-2* ; A il-2*",
        "(((asthma ; A asthma",
        "asthma) ; A asthma",
        "\"asthma ; A asthma",
        "|| asthma ++ ; A asthma",
        "AREA[Phase]PHASE1 ; A AREA\\[Phase\\]PHASE1",
        "* ; ALL",
        "--- ; ALL",
        "() ; ALL",
        "\"\" ; ALL",
      })
  void readsWhatPeopleType(String text, String printed) {
    Expr expr = TypedQuery.read(text, BASIC).expr();
    String plain = ExprPrinter.print(expr).replace("AREA[BasicSearch]\"", "A\"");
    plain = plain.replace("AREA[BasicSearch]", "A ");
    assertThat(plain).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"---", "()", "\"\"", "a*", "\"a b\"~2", "!?", "--a", "a - b"})
  void tellsWhatItReadOtherwise(String text) {
    assertThat(TypedQuery.read(text, BASIC).warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-a", "covid-19 -b", "*", "-*", "a | *", "a OR(b)", "\"a - b\""})
  void warnsOfNothingThatItReadAsItStands(String text) {
    assertThat(TypedQuery.read(text, BASIC).warnings()).isEmpty();
  }

  @Test
  void leavesOutWhatIsTooMuch() {
    TypedQuery words = TypedQuery.read("word ".repeat(150), BASIC);
    assertThat(words.warnings()).containsExactly("only the first 100 words of 'q' were read");
    TypedQuery families = TypedQuery.read("wo* ".repeat(15), BASIC);
    assertThat(families.warnings()).hasSize(1);
    TypedQuery deep = TypedQuery.read("(".repeat(9_000) + "asthma", BASIC);
    assertThat(ExprPrinter.print(deep.expr())).isEqualTo("AREA[BasicSearch]asthma");
    assertThat(TypedQuery.read("asthma " + "x".repeat(20_000), BASIC).warnings()).hasSize(1);
  }

  @Test
  void neverFails() {
    Random random = new Random(7);
    String alphabet = "ab \"'()*~-+|\\:,;.!?0129äß\u0000\uD83D\uDE00[]{}^/&AND OR NOT";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(30); j >= 0; j--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThatCode(() -> ExprPrinter.print(TypedQuery.read(text.toString(), BASIC).expr()))
          .as("seed 7, text %d: %s", i, text)
          .doesNotThrowAnyException();
    }
  }
}
