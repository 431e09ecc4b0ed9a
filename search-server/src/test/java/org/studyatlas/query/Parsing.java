package org.studyatlas.query;

/** Short forms for tests. */
final class Parsing {

  private Parsing() {}

  /** Parses as an advanced filter. */
  static Expr parse(String text) {
    return parse(text, ParseContext.ofAdvancedFilter());
  }

  static Expr parse(String text, ParseContext context) {
    try {
      return EssieParser.parse(text, context);
    } catch (ParseException e) {
      throw new AssertionError(e.getMessage() + "\n" + e.caret(), e);
    }
  }

  /** Normal form of an advanced filter. */
  static String advanced(String text) {
    return ExprPrinter.print(parse(text));
  }

  /** The fault of an advanced filter that is none. */
  static ParseException fault(String text) {
    return fault(text, ParseContext.ofAdvancedFilter());
  }

  static ParseException fault(String text, ParseContext context) {
    try {
      Expr expr = EssieParser.parse(text, context);
      throw new AssertionError("parsed as " + ExprPrinter.print(expr));
    } catch (ParseException e) {
      return e;
    }
  }
}
