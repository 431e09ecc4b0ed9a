package org.studyatlas.query;

/**
 * A piece of the text.
 *
 * @param kind what it is
 * @param value decoded text of a word or phrase, operand of an operator with brackets, else empty
 * @param start index of its first character
 * @param end index behind its last character
 */
record Token(Kind kind, String value, int start, int end) {

  enum Kind {
    WORD,
    PHRASE,
    OPEN,
    CLOSE,
    COMMA,
    /** A square bracket that belongs to no operator. */
    BRACKET,
    AND,
    OR,
    NOT,
    ALL,
    MISSING,
    AREA,
    SEARCH,
    COVERAGE,
    EXPANSION,
    TILT,
    RANGE,
    DISTANCE,
    END
  }

  /** Whether an operand can begin with it. */
  boolean startsOperand() {
    return switch (kind) {
      case WORD,
          PHRASE,
          OPEN,
          NOT,
          ALL,
          MISSING,
          AREA,
          SEARCH,
          COVERAGE,
          EXPANSION,
          TILT,
          RANGE,
          DISTANCE ->
          true;
      case CLOSE, COMMA, BRACKET, AND, OR, END -> false;
    };
  }
}
