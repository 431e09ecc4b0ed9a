package org.studyatlas.query;

import org.jspecify.annotations.Nullable;

/**
 * A place in the text that is being parsed, for error messages.
 *
 * @param context of the text
 * @param text the whole of it
 * @param offset index of a character, or the length of the text
 */
record Spot(ParseContext context, String text, int offset) {

  ParseException fault(String detail) {
    return fault(detail, null);
  }

  ParseException fault(String detail, @Nullable String hint) {
    return new ParseException(context, text, offset, detail, hint);
  }
}
