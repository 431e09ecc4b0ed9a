package org.studyatlas.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with Lucene's own tokenizer. */
class WordScannerTest {

  /** What rules of word breaks tell apart: much ASCII, some of everything else. */
  private static final String[] PIECES = {
    "a", "b", "Z", "x", "s", "0", "7", "19", "_", "__", "'", ".", ",", ";", ":", "-", " ", " ", " ",
    "\n", "(", ")", "/", "%", "#", "*", "+", "@", "\"", "\t", "\u0000", "\u007f", "é", "ß", "μ",
    "≥", "’", "–", "\u00b7", "\u0301", "\u200d", "\ufe0f", "\u20e3", "א", "״", "ア", "ー", "한", "中",
    "文", "ไ", "ท", "😀", "👍🏽", "🇩", "🇪", "\ud83d", "\udc4d", "ﬁ", "①", "\u2028", "ʼ", "·",
  };

  private final WordScanner scanner = new WordScanner();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Follow-up of COVID-19|Follow up of COVID 19",
        "3.5 mg, 1,000;2 a.b|3.5 mg 1,000;2 a.b",
        "e.g. don't x:y 1:2|e.g don't x:y 1 2",
        "_a_ __ _|_a_",
        "BRCA1.2 1.a a.1|BRCA1.2 1 a a 1",
      })
  void splitsAsTheRulesSay(String text, String words) throws IOException {
    assertThat(words(text)).containsExactly(words.split(" "));
  }

  @Test
  void findsWhatTheGrammarFinds() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 60_000; i++) {
      String text = text(random, i % 3 == 0 ? PIECES.length : 32);
      assertThat(words(text)).as("seed %d, text %s", seed, escaped(text)).isEqualTo(ofLucene(text));
    }
  }

  @Test
  void splitsLongWordsAsTheGrammarDoes() throws IOException {
    for (int n : new int[] {254, 255, 256, 257, 510, 511, 1_000, 70_000}) {
      for (String end : new String[] {"", " b", "é c", ".d 5", "1,5"}) {
        String text = "x " + "a".repeat(n) + end;
        assertThat(words(text)).as("%d %s", n, end).isEqualTo(ofLucene(text));
      }
    }
  }

  @Test
  void halfACharacterAtTheEndLosesNothing() throws IOException {
    assertThat(words("ein Gruß 5\ud83d")).containsExactly("ein", "Gruß", "5");
  }

  @Test
  void aLongValueLeavesNothingBehind() throws IOException {
    words("word ".repeat(100_000));
    scanner.close();
    assertThat(words("two words")).containsExactly("two", "words");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> escaped.append(c > ' ' && c < 0x7F ? (char) c + "" : "\\u%04x".formatted(c)));
    return escaped.toString();
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n >= 0; n--) {
      text.append(PIECES[random.nextInt(pieces)].repeat(1 + random.nextInt(8) / 7));
    }
    return text.append(' ').toString(); // Lucene loses what ends in half a character
  }

  private List<String> words(String text) throws IOException {
    List<String> words = new ArrayList<>();
    scanner.read(new StringReader(text));
    while (scanner.next()) {
      words.add(text.substring(scanner.start(), scanner.end()));
    }
    return words;
  }

  private static List<String> ofLucene(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (StandardTokenizer tokenizer = new StandardTokenizer()) {
      CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        assertThat(term.toString())
            .isEqualTo(text.substring(offset.startOffset(), offset.endOffset()));
        words.add(term.toString());
      }
    }
    return words;
  }
}
