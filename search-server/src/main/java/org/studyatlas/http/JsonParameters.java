package org.studyatlas.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters from a JSON object, for requests that are too long for an address. A list is its
 * items separated by bars, an object (of GeoJSON) its own text; null is as if it were not given.
 */
final class JsonParameters {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonParameters() {}

  /**
   * The parameters, in the order of the object.
   *
   * @throws RefusedRequestException if it is no object of that form
   */
  static Map<String, String> read(byte[] body) {
    Map<String, String> parameters = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw refused("the body must be a JSON object of parameters such as {\"q\":\"asthma\"}");
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        String value = value(parser, name);
        if (value != null) {
          parameters.put(name, value);
        }
      }
      if (parser.nextToken() != null) {
        throw refused("something follows the JSON object");
      }
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
      throw refused("the body is no JSON: at byte " + at + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw refused("the body cannot be read");
    }
    return parameters;
  }

  private static @Nullable String value(JsonParser parser, String name) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case START_OBJECT -> copied(parser);
      case START_ARRAY -> String.join("|", items(parser, name));
      default -> parser.getText();
    };
  }

  private static List<String> items(JsonParser parser, String name) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw refused("the list '" + name + "' may hold texts, numbers and booleans only");
      }
      items.add(parser.getText());
    }
    return items;
  }

  private static String copied(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }

  private static RefusedRequestException refused(String detail) {
    return new RefusedRequestException(Problem.badParameter("invalid-body", "body", null, detail));
  }
}
