package org.studyatlas.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expr;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;

/** Matches the words of a term against the values of a text field. */
final class ReferenceWords {

  private final WordAnalyzer analyzer = new WordAnalyzer();

  boolean match(List<String> values, Expr.Words term) {
    List<Word> wanted = Word.listOf(analyzer, term.text());
    if (wanted.isEmpty()) {
      return false;
    }
    return switch (term.expansion()) {
      case NONE -> adjacent(values, wanted, term.coverage(), true);
      case TERM, CONCEPT -> adjacent(values, wanted, term.coverage(), false);
      case RELAXATION -> found(values, wanted) == wanted.size();
      case LOSSY -> found(values, wanted) >= Math.max(1, Math.ceil(wanted.size() * 0.5));
    };
  }

  private long found(List<String> values, List<Word> wanted) {
    Set<String> present = new HashSet<>();
    values.forEach(v -> Word.listOf(analyzer, v).forEach(word -> present.add(word.term())));
    return wanted.stream().filter(word -> present.contains(word.term())).count();
  }

  private boolean adjacent(
      List<String> values, List<Word> wanted, Coverage coverage, boolean written) {
    for (String value : values) {
      List<Word> words = Word.listOf(analyzer, value);
      for (int start = 0; start + wanted.size() <= words.size(); start++) {
        int end = start + wanted.size();
        boolean covered =
            switch (coverage) {
              case CONTAINS -> true;
              case STARTS_WITH -> start == 0;
              case ENDS_WITH -> end == words.size();
              case FULL_MATCH -> start == 0 && end == words.size();
            };
        if (covered && same(words.subList(start, end), wanted, written)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean same(List<Word> found, List<Word> wanted, boolean written) {
    for (int i = 0; i < found.size(); i++) {
      Word one = found.get(i);
      Word other = wanted.get(i);
      boolean equal =
          written ? one.written().equals(other.written()) : one.term().equals(other.term());
      if (!equal) {
        return false;
      }
    }
    return true;
  }
}
