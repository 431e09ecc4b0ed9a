package org.studyatlas.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

  /** Whether the words stand side by side, the last of them being the beginning of one. */
  boolean matchBeginning(List<String> values, String text) {
    List<Word> wanted = Word.listOf(analyzer, text);
    Word last = wanted.getLast();
    return matchLast(
        values,
        wanted,
        word -> word.term().startsWith(last.folded()) || word.term().equals(last.term()));
  }

  /** Whether the words stand side by side, the last of them in that spelling or nearly so. */
  boolean matchSpelling(List<String> values, String text, int edits) {
    List<Word> wanted = Word.listOf(analyzer, text);
    String last = wanted.getLast().term();
    return matchLast(
        values,
        wanted,
        word -> word.term().charAt(0) == last.charAt(0) && distance(word.term(), last) <= edits);
  }

  private boolean matchLast(List<String> values, List<Word> wanted, Predicate<Word> last) {
    int before = wanted.size() - 1;
    for (String value : values) {
      List<Word> words = Word.listOf(analyzer, value);
      for (int end = before; end < words.size(); end++) {
        if (last.test(words.get(end))
            && same(words.subList(end - before, end), wanted.subList(0, before), false)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Letters inserted, removed, replaced, or exchanged with their neighbour. */
  private static int distance(String a, String b) {
    int[] x = a.codePoints().toArray();
    int[] y = b.codePoints().toArray();
    int[][] d = new int[x.length + 1][y.length + 1];
    for (int i = 0; i <= x.length; i++) {
      for (int j = 0; j <= y.length; j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : least(d, x, y, i, j);
      }
    }
    return d[x.length][y.length];
  }

  private static int least(int[][] d, int[] x, int[] y, int i, int j) {
    int replaced = d[i - 1][j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
    int least = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean exchanged = i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1];
    return exchanged ? Math.min(least, d[i - 2][j - 2] + 1) : least;
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
