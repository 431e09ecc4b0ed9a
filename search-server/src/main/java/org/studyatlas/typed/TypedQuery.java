package org.studyatlas.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchTarget;

/**
 * A text as people type it into a search box, read.
 *
 * <p>Words must all occur, in one field; {@code "words in quotes"} side by side; {@code -word} must
 * not occur; {@code word*} is the beginning of a word, {@code word~} a word spelled nearly so,
 * {@code word~1} with one letter's difference; {@code a | b} is a choice; parentheses group. AND,
 * OR and NOT in capitals mean the same as {@code +}, {@code |} and {@code -}; a dash that stands
 * alone or is doubled means nothing. {@code *} is every study. Operators apply from left to right.
 *
 * @param expr what it asks for; {@link Expr.All} also if it has no word, which a warning tells
 * @param warnings what was read otherwise than it stands, a sentence each
 */
public record TypedQuery(Expr expr, List<String> warnings) {

  /** Greatest length in characters; what is behind is left out. */
  public static final int MAX_LENGTH = 10_000;

  /** Greatest number of words; those behind are left out. */
  public static final int MAX_WORDS = 100;

  /** Copies the list. */
  public TypedQuery {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a text. Never fails.
   *
   * @param target where words are looked up
   */
  public static TypedQuery read(String text, SearchTarget target) {
    List<String> warnings = new ArrayList<>();
    if (text.length() > MAX_LENGTH) {
      warnings.add("only the first " + MAX_LENGTH + " characters of 'q' were read");
    }
    String shortened = text.substring(0, Math.min(MAX_LENGTH, text.length()));
    String quoted = TypedOperators.plainQuotes(shortened);
    String plain = TypedOperators.withoutDashes(quoted);
    Optional<Expr> expr = new TypedParser(target, warnings).read(TypedOperators.symbols(plain));
    if (expr.isEmpty()) {
      warnings.add("'q' has no word in it and was left out");
    } else if (!plain.equals(quoted)) {
      warnings.add("a '-' that stands alone or is doubled was left out; -word excludes a word");
    }
    return new TypedQuery(expr.orElseGet(Expr.All::new), warnings.stream().distinct().toList());
  }
}
