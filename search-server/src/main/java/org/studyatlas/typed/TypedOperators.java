package org.studyatlas.typed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what people write as operators into the form that the parser reads. */
final class TypedOperators {

  /** Deeper nesting is taken for noise: the text then loses its parentheses. */
  private static final int MAX_DEPTH = 50;

  private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u00AB\u00BB]");

  /** What may stand before an operator; a hyphen within a word is none. */
  private static final String BEGINNING = "(?<![^\\s(|+)\"])";

  /** A quoted phrase, which is left alone, or an operator as a word of its own. */
  private static final Pattern PIECE =
      Pattern.compile("\"[^\"]*\"|" + BEGINNING + "(AND NOT|AND|OR|NOT)(?:\\s+|(?=[(\"]))");

  /** A quoted phrase, or dashes that belong to no word. */
  private static final Pattern DASHES =
      Pattern.compile("(\"[^\"]*\")|" + BEGINNING + "(?:-{2,}|-(?=[\\s)|+]|$))");

  private TypedOperators() {}

  /** Replaces typographic quotes by plain ones. */
  static String plainQuotes(String text) {
    return QUOTES.matcher(text).replaceAll("\"");
  }

  /**
   * Leaves out dashes that stand alone or are doubled: people write them between parts of a
   * sentence, and the parser would take two of them for no negation at all.
   */
  static String withoutDashes(String text) {
    return DASHES
        .matcher(text)
        .replaceAll(
            found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group()));
  }

  /** Replaces operators in words by symbols. */
  static String symbols(String text) {
    String symbols =
        PIECE
            .matcher(text)
            .replaceAll(piece -> Matcher.quoteReplacement(symbol(piece.group(), piece.group(1))));
    return isDeep(symbols) ? symbols.replaceAll("[()]", " ") : symbols;
  }

  private static String symbol(String piece, String operator) {
    return switch (operator) {
      case null -> piece;
      case "AND" -> "+ ";
      case "OR" -> "| ";
      default -> "-";
    };
  }

  private static boolean isDeep(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      if (depth > MAX_DEPTH) {
        return true;
      }
    }
    return false;
  }
}
