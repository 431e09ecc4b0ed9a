package org.studyatlas.query;

import org.studyatlas.query.Token.Kind;

/** Cuts the text into tokens, one at a time and each character once. */
final class Lexer {

  private final ParseContext context;
  private final String text;
  private int at;

  Lexer(ParseContext context, String text) {
    this.context = context;
    this.text = text;
  }

  Token next() throws ParseException {
    skipBlanks();
    int start = at;
    if (at == text.length()) {
      return new Token(Kind.END, "", start, start);
    }
    return switch (text.charAt(at)) {
      case '(' -> single(Kind.OPEN);
      case ')' -> single(Kind.CLOSE);
      case ',' -> single(Kind.COMMA);
      case '[', ']' -> single(Kind.BRACKET);
      case '"' -> phrase(start);
      default -> word(start);
    };
  }

  Spot spot(int offset) {
    return new Spot(context, text, offset);
  }

  /** The text as it was written. */
  String raw(int start, int end) {
    return text.substring(start, end);
  }

  /** Skips blanks, and the backslashes before them, which are superfluous. */
  private void skipBlanks() {
    while (at < text.length()) {
      boolean lone = text.charAt(at) == '\\' && (at + 1 == text.length() || isBlank(at + 1));
      if (!lone && !isBlank(at)) {
        return;
      }
      at++;
    }
  }

  private boolean isBlank(int index) {
    return EssieText.isBlank(text.charAt(index));
  }

  private Token single(Kind kind) {
    at++;
    return new Token(kind, "", at - 1, at);
  }

  private Token phrase(int start) throws ParseException {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return new Token(Kind.PHRASE, EssieText.normalize(value.toString()), start, at);
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        c = text.charAt(at);
      }
      value.append(c);
    }
    String rest = SyntaxErrors.shown(raw(start, at));
    throw spot(start).fault("token recognition error at: " + rest, "close the quotation mark");
  }

  private Token word(int start) throws ParseException {
    StringBuilder value = new StringBuilder();
    boolean escaped = false;
    while (at < text.length() && !isBlank(at) && !EssieText.isSpecial(text.charAt(at))) {
      if (text.charAt(at) == '\\') {
        escaped = true;
        at++;
        if (at == text.length() || isBlank(at)) {
          break;
        }
      }
      value.append(text.charAt(at));
      at++;
    }
    Token word = new Token(Kind.WORD, value.toString(), start, at);
    boolean operator = !escaped && EssieText.OPERATORS.contains(word.value());
    return operator ? operator(word) : word;
  }

  private Token operator(Token word) throws ParseException {
    return switch (word.value()) {
      case "AND" -> new Token(Kind.AND, "", word.start(), at);
      case "OR" -> new Token(Kind.OR, "", word.start(), at);
      case "NOT" -> new Token(Kind.NOT, "", word.start(), at);
      case "ALL" -> new Token(Kind.ALL, "", word.start(), at);
      case "MISSING" -> new Token(Kind.MISSING, "", word.start(), at);
      case "COVER" -> bracketed(Kind.COVERAGE, word);
      default -> bracketed(Kind.valueOf(word.value()), word);
    };
  }

  private Token bracketed(Kind kind, Token word) throws ParseException {
    if (at == text.length() || text.charAt(at) != '[') {
      String found = at == text.length() ? "<EOF>" : text.substring(at, at + 1);
      throw spot(at)
          .fault(
              "mismatched input " + SyntaxErrors.shown(found) + " expecting '['",
              "to search for the word, write \\" + word.value());
    }
    int close = text.indexOf(']', at);
    if (close < 0) {
      throw spot(text.length()).fault("missing ']' at '<EOF>'");
    }
    String operand = text.substring(at + 1, close).strip();
    at = close + 1;
    return new Token(kind, operand, word.start(), at);
  }
}
