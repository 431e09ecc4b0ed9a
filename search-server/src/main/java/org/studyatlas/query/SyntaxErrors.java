package org.studyatlas.query;

import org.jspecify.annotations.Nullable;

/**
 * Messages about tokens in the wrong place, in the words of the registry's parser, which clients
 * take apart.
 */
final class SyntaxErrors {

  private static final String FOLLOWERS =
      "',', 'NOT', 'AND', 'OR', 'SEARCH', 'AREA', 'RANGE', 'DISTANCE', Coverage, Expansion, 'TILT',"
          + " 'ALL', 'MISSING', 'MIN', 'MAX', EscapedKeyword, BooleanLiteral, DecimalLiteral,"
          + " DateLiteral, TimeLiteral, RadiusLiteral, StringLiteral, Term";
  private static final int MAX_SHOWN = 200;

  private final Lexer lexer;

  SyntaxErrors(Lexer lexer) {
    this.lexer = lexer;
  }

  /** An operand was due. */
  ParseException noOperand(Token found) {
    return lexer.spot(found.start()).fault(noAlternative(found.start(), found));
  }

  /**
   * The expression could have gone on or ended, but not with this token.
   *
   * @param secondWord start of the second word, if a term of several stands before the token: then
   *     the registry's parser complains twice
   */
  ParseException cannotFollow(Token found, boolean inParentheses, @Nullable Integer secondWord) {
    Spot spot = lexer.spot(found.start());
    if (inParentheses && found.kind() == Token.Kind.END) {
      return spot.fault("missing ')' at '<EOF>'");
    }
    String expected = inParentheses ? "'(', ')', " : "<EOF>, '(', ";
    String mismatch =
        "mismatched input " + shown(found) + " expecting {" + expected + FOLLOWERS + "}";
    String first = secondWord == null ? "" : noAlternative(secondWord, found) + "\n";
    boolean bracket = found.kind() == Token.Kind.BRACKET;
    return spot.fault(first + mismatch, bracket ? "write \\[ and \\] in words" : null);
  }

  private String noAlternative(int start, Token found) {
    String input = found.kind() == Token.Kind.END ? "<EOF>" : lexer.raw(start, found.end());
    return "no viable alternative at input " + shown(input);
  }

  private String shown(Token token) {
    return shown(token.kind() == Token.Kind.END ? "<EOF>" : lexer.raw(token.start(), token.end()));
  }

  /** In single quotes, line breaks and tabs as escapes, shortened if very long. */
  static String shown(String raw) {
    String text = shortened(raw);
    return "'" + text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + "'";
  }

  /** Its beginning, if it is very long. */
  static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
