package org.studyatlas.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  private static final World WORLD = World.read();
  private static final Topic TOPIC = new Topic("gout", "aspirin", "placebo", "Boston");

  private static Prose prose(long stream) {
    return new Prose(WORLD.language(), Dice.of(9, stream), TOPIC);
  }

  @Test
  void sentencesStartWithACapitalLetter() {
    Prose prose = prose(1);
    for (int i = 0; i < 500; i++) {
      char first = prose.sentence(WORLD.rule("summary")).charAt(0);
      assertThat(Character.isLowerCase(first)).isFalse();
    }
  }

  @Test
  void theArticleFitsTheNextWord() {
    Pattern wrong = Pattern.compile("\\b[Aa] [aeiouAEIOU]|\\b[Aa]n [bcdfgjklmnpqrstvwxyz]");
    Prose prose = prose(2);
    for (int i = 0; i < 500; i++) {
      assertThat(prose.sentence(WORLD.rule("officialTitle"))).doesNotContainPattern(wrong);
    }
  }

  @Test
  void textsHaveAboutTheLengthAskedFor() {
    Prose prose = prose(3);
    long chars = 0;
    for (int i = 0; i < 200; i++) {
      chars += prose.paragraphs(WORLD.rule("detail"), 2_000).length();
    }
    assertThat(chars / 200).isBetween(1_900L, 2_100L);
  }

  @Test
  void criteriaAreListsUnderHeadings() {
    String criteria =
        prose(4)
            .criteria(
                List.of("Inclusion Criteria:", "Exclusion Criteria:"),
                List.of(WORLD.rule("inclusion"), WORLD.rule("exclusion")),
                800);
    assertThat(criteria)
        .startsWith("Inclusion Criteria:\n\n")
        .contains("\n\nExclusion Criteria:\n\n");
    assertThat(criteria.lines().filter(line -> line.matches("(\\* |\\d+\\. )\\S.*")).count())
        .isGreaterThan(4);
  }

  @Test
  void vocabularyGrowsWithTheTextByHeapsLaw() {
    Set<String> words = new HashSet<>();
    int[] growth = new int[3];
    int size = 0;
    for (int i = 0; i < 3_000; i++) {
      String text = prose(i).paragraphs(WORLD.rule("detail"), 2_000);
      words.addAll(List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\d]+")));
      if (i == 29 || i == 299 || i == 2_999) {
        growth[size++] = words.size();
      }
    }
    // Real descriptions: ten times the text, 2.8 to 3.3 times the words.
    assertThat((double) growth[1] / growth[0]).isBetween(2.0, 4.5);
    assertThat((double) growth[2] / growth[1]).isBetween(2.0, 4.0);
  }

  @ParameterizedTest
  @CsvSource({
    "PLURAL, therapy, therapies",
    "PLURAL, diagnosis, diagnoses",
    "PLURAL, biopsy, biopsies",
    "PLURAL, index, indexes",
    "PLURAL, day, days",
    "PAST, evaluate, evaluated",
    "PAST, modify, modified",
    "PAST, assess, assessed",
    "GERUND, reduce, reducing",
    "GERUND, monitor, monitoring"
  })
  void endingsFollowTheRules(WordList.Form form, String word, String expected) {
    assertThat(form.of(word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "safety of aspirin in patients with stroke, Safety of Aspirin in Patients With Stroke",
    "a study of COVID-19, A Study of COVID-19"
  })
  void titlesAreCapitalized(String text, String expected) {
    assertThat(Titles.capitalize(text)).isEqualTo(expected);
  }
}
