package org.studyatlas.facet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;

/** Which values of a facet are asked for: those with words that begin as the given ones do. */
final class ValueFilter {

  private static final ValueFilter OPEN = new ValueFilter(List.of());

  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final List<String> beginnings;

  private ValueFilter(List<String> beginnings) {
    this.beginnings = beginnings;
  }

  /** The filter of a text; null, or a text without a word, lets all values pass. */
  static ValueFilter of(@Nullable String matching) {
    return matching == null ? OPEN : new ValueFilter(folded(new WordAnalyzer(), matching));
  }

  boolean isOpen() {
    return beginnings.isEmpty();
  }

  /** Whether each beginning is that of a word of the value; case and accents do not count. */
  boolean accepts(String value) {
    List<String> words = folded(analyzer, value);
    return beginnings.stream()
        .allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
  }

  private static List<String> folded(WordAnalyzer analyzer, String text) {
    List<String> folded = new ArrayList<>();
    Word.listOf(analyzer, text).forEach(word -> folded.add(word.folded()));
    return folded;
  }
}
