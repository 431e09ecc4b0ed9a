package org.studyatlas.highlight;

import java.util.ArrayList;
import java.util.List;
import org.studyatlas.fields.Field;
import org.studyatlas.query.Expr;
import org.studyatlas.schema.WordAnalyzer;

/**
 * Finds the words of a search in texts, as the search means them: a phrase as a whole, a term that
 * must cover a value only where it does. Costs the analysis of the texts, some 100 µs for a
 * record's longest. For one request.
 */
public final class Highlighter {

  /** Longest part of a text that is looked at, in characters. */
  private static final int MAX_READ = 30_000;

  /** Characters shown before the first word and behind the last. */
  private static final int CONTEXT = 60;

  /** Longest snippet, apart from its context, and longest mark. */
  private static final int LENGTH = 120;

  /** So far a snippet goes on to where a word begins or ends; some scripts have no blanks. */
  private static final int MAX_REST = 30;

  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final List<WordMatch> matches;

  /** For what an expression looks for. */
  public Highlighter(Expr expr) {
    matches = WordMatch.of(expr);
  }

  /**
   * The first pieces of a text with words that are searched in the field.
   *
   * @param field what the text is a value of
   * @param most greatest number of pieces
   */
  public List<Snippet> snippets(Field field, String text, int most) {
    List<WordMatch> wanted =
        matches.stream().filter(match -> match.target().fields().contains(field)).toList();
    return wanted.isEmpty()
        ? List.of()
        : snippets(text, marks(TextWords.of(analyzer, text, MAX_READ), wanted), most);
  }

  private static List<Snippet.Mark> marks(TextWords text, List<WordMatch> wanted) {
    List<Snippet.Mark> marks = new ArrayList<>();
    for (int first = 0; first < text.size(); first++) {
      for (WordMatch match : wanted) {
        if (match.standsAt(text, first)) {
          add(text, first, match.size(), marks);
        }
      }
    }
    return marks;
  }

  /** Words side by side have one mark, unless it would be too long. */
  private static void add(TextWords text, int first, int count, List<Snippet.Mark> marks) {
    Snippet.Mark mark = text.place(first, count);
    if (count == 1 || mark.to() - mark.from() <= LENGTH) {
      add(mark, marks);
      return;
    }
    for (int word = first; word < first + count; word++) {
      add(text.place(word, 1), marks);
    }
  }

  /** Marks that overlap become one. */
  private static void add(Snippet.Mark mark, List<Snippet.Mark> marks) {
    Snippet.Mark last = marks.isEmpty() ? null : marks.getLast();
    if (last == null || mark.from() >= last.to()) {
      marks.add(mark);
    } else if (mark.to() > last.to() && mark.to() - last.from() <= LENGTH) {
      marks.set(marks.size() - 1, new Snippet.Mark(last.from(), mark.to()));
    }
  }

  private static List<Snippet> snippets(String text, List<Snippet.Mark> marks, int most) {
    List<Snippet> snippets = new ArrayList<>();
    int next = 0;
    while (next < marks.size() && snippets.size() < most) {
      int first = next;
      while (next < marks.size() && marks.get(next).to() - marks.get(first).from() <= LENGTH) {
        next++;
      }
      next = Math.max(next, first + 1);
      snippets.add(snippet(text, marks.subList(first, next)));
    }
    return snippets;
  }

  private static Snippet snippet(String text, List<Snippet.Mark> marks) {
    int from = wordStart(text, marks.getFirst().from() - CONTEXT);
    int to = wordEnd(text, marks.getLast().to() + CONTEXT);
    String before = from > 0 ? "…" : "";
    String after = to < text.length() ? "…" : "";
    int shift = before.length() - from;
    return new Snippet(
        before + text.substring(from, to) + after,
        marks.stream().map(m -> new Snippet.Mark(m.from() + shift, m.to() + shift)).toList());
  }

  private static int wordStart(String text, int about) {
    int from = Math.max(0, about);
    for (int at = from; at >= Math.max(0, from - MAX_REST); at--) {
      if (at == 0 || Character.isWhitespace(text.charAt(at - 1))) {
        return at;
      }
    }
    return isWithinPair(text, from) ? from - 1 : from;
  }

  private static int wordEnd(String text, int about) {
    int to = Math.min(text.length(), about);
    for (int at = to; at <= Math.min(text.length(), to + MAX_REST); at++) {
      if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
        return at;
      }
    }
    return isWithinPair(text, to) ? to + 1 : to;
  }

  /** Whether the character there is the second half of one beyond the 16-bit range. */
  private static boolean isWithinPair(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
