package org.studyatlas.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTokenizerTest {

  private record Token(String term, @Nullable BytesRef payload) {
    boolean first() {
      return WordForm.hasFlag(payload, WordForm.FIRST);
    }

    boolean last() {
      return WordForm.hasFlag(payload, WordForm.LAST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "study, studies",
    "disease, diseases",
    "virus, viruses",
    "metastasis, metastases",
    "diagnosis, diagnoses",
    "mass, masses",
    "index, indexes",
    "rash, rashes",
    "headache, headaches",
    "approach, approaches",
    "biopsy, biopsies",
    "tumor, tumors",
    "process, processes",
    "sinus, sinuses",
  })
  void singularAndPluralMeet(String singular, String plural) {
    assertThat(WordForm.normalise(plural)).isEqualTo(WordForm.normalise(singular));
  }

  @ParameterizedTest
  @CsvSource({
    "Crohn's, crohn",
    "Crohn’s, crohn",
    "CROHN'S, crohn",
    "Sjögren, sjogren",
    "SJÖGREN, sjogren",
    "Müller, muller",
    "us, us",
    "as, as",
    "gas, gas",
    "IL, il",
    "ß, ss",
  })
  void caseAccentAndPossessiveAreIgnored(String written, String term) {
    assertThat(WordForm.normalise(written)).isEqualTo(term);
  }

  @Test
  void threeLetterWordsKeepTheirS() {
    assertThat(WordForm.normalise("HIS")).isEqualTo("his");
    assertThat(WordForm.normalise("plus")).isEqualTo("plus");
  }

  @Test
  void marksTheEndsOfAValue() {
    List<Token> tokens = tokens("the breast cancer");
    assertThat(tokens).extracting(Token::term).containsExactly("the", "breast", "cancer");
    assertThat(tokens).extracting(Token::first).containsExactly(true, false, false);
    assertThat(tokens).extracting(Token::last).containsExactly(false, false, true);
  }

  @Test
  void aSingleWordIsFirstAndLast() {
    Token token = tokens("  Asthma. ").getFirst();
    assertThat(token.first()).isTrue();
    assertThat(token.last()).isTrue();
  }

  @Test
  void aWordInNormalFormInsideAValueHasNoPayload() {
    assertThat(tokens("one two three").get(1).payload()).isNull();
  }

  @Test
  void hyphensSeparateWords() {
    assertThat(tokens("Follow-up of COVID-19"))
        .extracting(Token::term)
        .containsExactly("follow", "up", "of", "covid", "19");
  }

  @Test
  void emptyAndBlankValuesHaveNoWords() {
    assertThat(tokens("")).isEmpty();
    assertThat(tokens(" ... ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cancer, Cancer",
    "cancer, cancers",
    "Cancer, CANCER",
    "Cancers, cancers",
    "CANCERs, CANCERS",
    "Sjogren, Sjögren",
    "HER, Her",
    "McDonald, Mcdonald",
    "crohn's, crohns",
  })
  void formsThatDifferHaveDifferentPayloads(String one, String other) {
    assertThat(sameForm(one, one)).isTrue();
    assertThat(sameForm(other, other)).isTrue();
    assertThat(sameForm(one, other)).isFalse();
  }

  @Property
  void twoWordsOfOneTermHaveTheSameFormOnlyIfTheyAreEqual(
      @ForAll String left, @ForAll String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    String a = WordForm.normalise(left);
    String b = WordForm.normalise(right);
    if (a.equals(b)) {
      assertThat(sameForm(left, right)).isEqualTo(wellFormed(left).equals(wellFormed(right)));
    }
  }

  /** Lone surrogates become one replacement character each in UTF-8. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  @Property
  void neverFailsOnAnyText(@ForAll String text) {
    List<Token> tokens = tokens(text);
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(tokens.get(i).term()).isNotEmpty();
      assertThat(tokens.get(i).first()).isEqualTo(i == 0);
      assertThat(tokens.get(i).last()).isEqualTo(i == tokens.size() - 1);
    }
  }

  @Property(tries = 5_000)
  void aWordOfAsciiIsTheSameWithAndWithoutTheShortCut(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 5) String stem,
      @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(max = 2) String capitals,
      @ForAll("endings") String ending) {
    String word = capitals + stem + ending;
    if (!word.isEmpty()) {
      assertSameAsInGeneral(word);
      assertSameAsInGeneral(word.toUpperCase(Locale.ROOT));
    }
  }

  @Provide
  static Arbitrary<String> endings() {
    return Arbitraries.of(
        "", "s", "S", "es", "ies", "IES", "ss", "us", "is", "sis", "SIS", "sisS", "x", "ch", "sh",
        "'s", "'S", "s's", "x's", "ies's", "7", "e");
  }

  private static void assertSameAsInGeneral(String word) {
    BytesRef term = new BytesRef(word.length() + 1);
    int code = AsciiWord.write(word.toCharArray(), 0, word.length(), term);
    String normal = WordForm.normalise(word);
    assertThat(term.utf8ToString()).as(word).isEqualTo(normal);
    assertThat(code)
        .as(word)
        .isEqualTo(
            WordForm.code(
                word.toCharArray(), word.length(), normal.toCharArray(), normal.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Process", "index", "STUDies", "biopsies", "Diagnosis", "crohn's", "Crohn’s"})
  void commonEndingsTakeOneByte(String word) {
    assertThat(Objects.requireNonNull(WordForm.payload(word)).length).isEqualTo(1);
  }

  @Test
  void aCopiedTermTakesTheLongestWord() {
    WordTerm term = new WordTerm();
    term.set("cat".toCharArray(), 3);
    WordTerm copy = term.clone();
    term.set("dog".toCharArray(), 3);
    assertThat(copy.getBytesRef().utf8ToString()).isEqualTo("cat");
    assertThat(copy.buffer().bytes.length).isGreaterThan(WordScanner.MAX_WORD_CHARS);
  }

  private static boolean sameForm(String one, String other) {
    return WordForm.sameForm(WordForm.payload(one), WordForm.payload(other));
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (WordAnalyzer analyzer = new WordAnalyzer();
        TokenStream stream = analyzer.tokenStream("any", text)) {
      TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
      PayloadAttribute payload = stream.addAttribute(PayloadAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(term.getBytesRef().utf8ToString(), payload.getPayload()));
      }
      stream.end();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return tokens;
  }
}
