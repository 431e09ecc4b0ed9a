package org.studyatlas.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.studyatlas.fields.Field;
import org.studyatlas.query.Expr;
import org.studyatlas.schema.WordAnalyzer;

/**
 * Finds the words of a search in texts. Costs the analysis of the texts, some 100 µs for a record's
 * longest. For one request.
 */
public final class Highlighter {

  /** Longest part of a text that is looked at, in characters. */
  private static final int MAX_READ = 30_000;

  /** Characters shown before the first word and behind the last. */
  private static final int CONTEXT = 60;

  /** Longest snippet, apart from its context. */
  private static final int LENGTH = 120;

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
    List<Predicate<String>> wanted =
        matches.stream()
            .filter(match -> match.target().fields().contains(field))
            .map(WordMatch::terms)
            .toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    String read = text.substring(0, Math.min(MAX_READ, text.length()));
    return snippets(text, marks(read, wanted), most);
  }

  private List<Snippet.Mark> marks(String text, List<Predicate<String>> wanted) {
    List<Snippet.Mark> marks = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String word = term.getBytesRef().utf8ToString();
        if (wanted.stream().anyMatch(terms -> terms.test(word))) {
          marks.add(new Snippet.Mark(offset.startOffset(), offset.endOffset()));
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return marks;
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
    int at = Math.max(0, about);
    while (at > 0 && at < text.length() && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int wordEnd(String text, int about) {
    int at = Math.min(text.length(), about);
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
