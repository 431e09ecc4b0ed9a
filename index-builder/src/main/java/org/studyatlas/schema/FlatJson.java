package org.studyatlas.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The values of a small JSON file by their names; those of an object in it as {@code a.b}. */
final class FlatJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final String what;
  private final Path file;
  private final Map<String, String> values = new HashMap<>();

  private FlatJson(String what, Path file) {
    this.what = what;
    this.file = file;
  }

  /**
   * Reads a file; lists in it are skipped.
   *
   * @param what the file is, for messages
   * @throws IOException if it is missing or damaged
   */
  static FlatJson read(String what, Path file) throws IOException {
    FlatJson flat = new FlatJson(what, file);
    try (JsonParser json = JSON.createParser(Files.readAllBytes(file))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw flat.damaged("it is no JSON object");
      }
      flat.readObject(json, "");
    } catch (JsonProcessingException | CharConversionException e) {
      throw JsonFault.damaged(what, file, e);
    }
    return flat;
  }

  private void readObject(JsonParser json, String prefix) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + json.currentName();
      if (json.nextToken() == JsonToken.START_OBJECT) {
        readObject(json, name + ".");
      } else {
        json.skipChildren();
        values.put(name, String.valueOf(json.getText()));
      }
    }
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) throws IOException {
    String value = values.get(key);
    if (value == null) {
      throw damaged("it has no '" + key + "'");
    }
    return value;
  }

  long number(String key) throws IOException {
    try {
      return Long.parseLong(text(key));
    } catch (NumberFormatException e) {
      throw damaged(key + " is no number");
    }
  }

  LocalDateTime time(String key) throws IOException {
    return parsed(key, LocalDateTime::parse);
  }

  Instant instant(String key) throws IOException {
    return parsed(key, Instant::parse);
  }

  private <T> T parsed(String key, Function<String, T> parser) throws IOException {
    try {
      return parser.apply(text(key));
    } catch (DateTimeException e) {
      throw damaged(key + " is no time");
    }
  }

  private DamagedFileException damaged(String reason) {
    return new DamagedFileException(what, file, reason, null);
  }
}
