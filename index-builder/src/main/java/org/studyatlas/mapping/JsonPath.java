package org.studyatlas.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * Writes a parser's place as a JSON path such as {@code $.studies[3].name}; of a very long one, the
 * beginning.
 */
final class JsonPath {

  /** The longest path of the registry's model has 100; a record that is too deep has thousands. */
  private static final int MAX_CHARS = 300;

  private JsonPath() {}

  /** The place of the current token; of a list that has just begun it is the list's own. */
  static String of(JsonParser parser) {
    JsonStreamContext inner = parser.getParsingContext();
    boolean begun = parser.currentToken() == JsonToken.START_ARRAY;
    return of(begun ? inner.getParent() : inner);
  }

  private static String of(@Nullable JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext c = context; c != null && !c.inRoot(); c = c.getParent()) {
      if (c.inArray()) {
        path.insert(0, "[" + c.getCurrentIndex() + "]");
      } else if (c.getCurrentName() != null) {
        path.insert(0, "." + c.getCurrentName());
      }
    }
    path.insert(0, "$");
    return path.length() <= MAX_CHARS ? path.toString() : path.substring(0, MAX_CHARS) + "…";
  }
}
