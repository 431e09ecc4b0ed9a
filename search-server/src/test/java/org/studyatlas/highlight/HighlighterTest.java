package org.studyatlas.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.query.EssieParser;
import org.studyatlas.query.Expr;
import org.studyatlas.query.ParseContext;
import org.studyatlas.query.ParseException;
import org.studyatlas.query.SearchTarget;

class HighlighterTest {

  private static final Field TITLE = FieldCatalogue.standard().getPiece("BriefTitle");

  private static List<Snippet> snippets(String expression, String text) throws ParseException {
    return new Highlighter(EssieParser.parse(expression, ParseContext.ofAdvancedFilter()))
        .snippets(TITLE, text, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"heart attack\" | Heart failure, a heart attack, heart-attacks | heart attack; heart-attacks",
        "\"heart attack\" | Heart failure; no attack of the heart |",
        "heart attack | Heart failure; no attack of the heart | Heart; attack; heart",
        "\"heart attack\" AND heart | A heart attack of the heart | heart attack; heart",
        "\"a b\" AND \"b c\" | x a b c x | a b c",
        "EXPANSION[None]\"Heart attack\" | heart attack, Heart attack | Heart attack",
        "COVERAGE[FullMatch]asthma | Asthma | Asthma",
        "COVERAGE[FullMatch]asthma | Asthma in children |",
        "COVERAGE[StartsWith]asthma | Asthma and asthma | Asthma",
        "COVERAGE[EndsWith]asthma | Asthma and asthma | asthma",
      })
  void marksWhatMatched(String expression, String text, String marked) throws ParseException {
    String found = marked(snippets("AREA[BriefTitle](" + expression + ")", text));
    assertThat(found).isEqualTo(marked == null ? "" : marked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "diabet | Diabetic and diabetes | Diabetic; diabetes",
        "type diabet | Diabetic: type diabetic, of type | type diabetic",
      })
  void marksABeginningWithTheWordsBeforeIt(String beginning, String text, String marked) {
    Expr expr = new Expr.Prefix(new SearchTarget.OfField(TITLE), beginning);
    assertThat(marked(new Highlighter(expr).snippets(TITLE, text, 2))).isEqualTo(marked);
  }

  private static String marked(List<Snippet> snippets) {
    List<String> found = new ArrayList<>();
    for (Snippet snippet : snippets) {
      snippet.marks().forEach(m -> found.add(snippet.text().substring(m.from(), m.to())));
    }
    return String.join("; ", found);
  }

  @Test
  void showsThePhraseThoughItsWordsStandBeforeIt() throws ParseException {
    String text = "The heart. ".repeat(100) + "A heart attack came.";
    assertThat(snippets("AREA[BriefTitle]\"heart attack\"", text))
        .singleElement()
        .satisfies(snippet -> assertThat(snippet.text()).contains("A heart attack came."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"心臓", "𠀋𠀋", "a-"})
  void aSnippetEndsInATextWithoutBlanks(String part) throws ParseException {
    for (String before : List.of("", "x")) {
      String text = before + part.repeat(5_000) + "-attack-" + part.repeat(5_000);
      List<Snippet> snippets = snippets("AREA[BriefTitle](attack)", text);
      assertThat(snippets).hasSize(1);
      assertThat(snippets.getFirst().text()).hasSizeLessThan(200).contains("attack");
      String whole = snippets.getFirst().text();
      assertThat(whole.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
  }

  @Test
  void wordsFarApartInAPhraseAreMarkedOneByOne() throws ParseException {
    String text = "heart " + "-".repeat(20_000) + " attack";
    List<Snippet> snippets = snippets("AREA[BriefTitle]\"heart attack\"", text);
    assertThat(snippets).hasSize(2);
    assertThat(snippets).allMatch(snippet -> snippet.text().length() < 400);
  }
}
