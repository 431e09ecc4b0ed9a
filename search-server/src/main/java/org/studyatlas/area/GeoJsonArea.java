package org.studyatlas.area;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a GeoJSON polygon (RFC 7946), or a feature that is one, as WKT. */
final class GeoJsonArea {

  private static final JsonFactory JSON = new JsonFactory();

  /** Beyond any way to write degrees; which of them are allowed is told later. */
  private static final double MOST_DEGREES = 1_000;

  private GeoJsonArea() {}

  static String toWkt(String text) throws InvalidAreaException {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      String wkt = object(parser);
      if (wkt == null) {
        throw new InvalidAreaException(
            "expected a GeoJSON object with type Polygon or MultiPolygon and its coordinates");
      }
      return wkt;
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? -1 : (int) e.getLocation().getCharOffset();
      throw new InvalidAreaException("the GeoJSON is no JSON from here on", at);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }

  /** The geometry of an object; null if it is none. */
  private static @Nullable String object(JsonParser parser)
      throws IOException, InvalidAreaException {
    String type = "";
    String coordinates = null;
    String geometry = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("type")) {
        type = parser.getText();
      } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
        coordinates = positions(parser);
      } else if (name.equals("geometry") && token == JsonToken.START_OBJECT) {
        geometry = object(parser);
      } else {
        parser.skipChildren();
      }
    }
    return switch (type) {
      case "Feature" -> geometry;
      case "Polygon", "MultiPolygon" ->
          coordinates == null ? null : type.toUpperCase(Locale.ROOT) + coordinates;
      default -> null;
    };
  }

  /** Nested lists in parentheses; the innermost are positions of two or three numbers. */
  private static String positions(JsonParser parser) throws IOException, InvalidAreaException {
    JsonToken first = parser.nextToken();
    if (first != null && first.isNumeric()) {
      return position(parser);
    }
    StringBuilder list = new StringBuilder("(");
    for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token != JsonToken.START_ARRAY) {
        throw new InvalidAreaException(
            "coordinates must be lists of [longitude, latitude]",
            (int) parser.currentTokenLocation().getCharOffset());
      }
      list.append(list.length() > 1 ? "," : "").append(positions(parser));
    }
    return list.append(")").toString();
  }

  private static String position(JsonParser parser) throws IOException, InvalidAreaException {
    String lon = number(parser);
    JsonToken second = parser.nextToken();
    if (second == null || !second.isNumeric()) {
      throw new InvalidAreaException(
          "a position needs longitude and latitude",
          (int) parser.currentTokenLocation().getCharOffset());
    }
    String lat = number(parser);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren(); // an altitude
    }
    return lon + " " + lat;
  }

  private static String number(JsonParser parser) throws IOException, InvalidAreaException {
    double number = parser.getDoubleValue();
    if (!(Math.abs(number) <= MOST_DEGREES)) {
      throw new InvalidAreaException(
          "a position is in degrees; this number is too great",
          (int) parser.currentTokenLocation().getCharOffset());
    }
    return BigDecimal.valueOf(number).toPlainString();
  }
}
