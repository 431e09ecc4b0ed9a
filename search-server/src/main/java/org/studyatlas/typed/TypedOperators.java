package org.studyatlas.typed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what people write as operators into the form that the parser reads. */
final class TypedOperators {

  /** Deeper nesting is taken for noise: the text then loses its parentheses. */
  private static final int MAX_DEPTH = 50;

  private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u00AB\u00BB]");

  /** A quoted phrase, which is left alone, or an operator as a word of its own. */
  private static final Pattern PIECE =
      Pattern.compile("\"[^\"]*\"|(?<![^\\s(|+])(AND NOT|AND|OR|NOT)\\s+");

  private TypedOperators() {}

  /** Replaces operators in words by symbols, and typographic quotes by plain ones. */
  static String symbols(String text) {
    String straight = QUOTES.matcher(text).replaceAll("\"");
    String symbols =
        PIECE
            .matcher(straight)
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
