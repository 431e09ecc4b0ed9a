package org.studyatlas.stats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.studyatlas.stats.StatsAnswer.Slice;

/**
 * Where the answers lie in a {@code stats.json}.
 *
 * @param size of the records' sizes
 * @param values piece → its values' statistics, in the order of the file
 * @param lists piece → its lists' sizes, in the order of the file
 */
record StatsDirectory(Slice size, Map<String, Slice> values, Map<String, Slice> lists) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Copies the maps. */
  StatsDirectory {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
  }

  /** Reads the file once. */
  static StatsDirectory read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(in)) {
      expect(parser, JsonToken.START_OBJECT);
      expectKey(parser, StatsJson.SIZE);
      expect(parser, JsonToken.START_OBJECT);
      Slice size = readAnswer(parser).slice();
      expectKey(parser, StatsJson.VALUES);
      Map<String, Slice> values = readAnswers(parser);
      expectKey(parser, StatsJson.LISTS);
      Map<String, Slice> lists = readAnswers(parser);
      expect(parser, JsonToken.END_OBJECT);
      return new StatsDirectory(size, values, lists);
    } catch (JsonParseException e) {
      throw new IOException(
          "statistics file %s is damaged (%s); build the index again"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }

  private static void expectKey(JsonParser parser, String key) throws IOException {
    expect(parser, JsonToken.FIELD_NAME);
    if (!parser.currentName().equals(key)) {
      throw new JsonParseException(parser, "expected '" + key + "'");
    }
  }

  private static void expect(JsonParser parser, JsonToken token) throws IOException {
    if (parser.nextToken() != token) {
      throw new JsonParseException(parser, "expected " + token + ", got " + parser.currentToken());
    }
  }

  /** An answer and the piece that it is about, if it is about one. */
  private record Answer(String piece, Slice slice) {}

  private static Map<String, Slice> readAnswers(JsonParser parser) throws IOException {
    Map<String, Slice> answers = new LinkedHashMap<>();
    expect(parser, JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      Answer answer = readAnswer(parser);
      answers.put(answer.piece(), answer.slice());
    }
    return answers;
  }

  /** Reads the object that the parser has just entered, to its end. */
  private static Answer readAnswer(JsonParser parser) throws IOException {
    long start = parser.currentTokenLocation().getByteOffset();
    String piece = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("piece")) {
        piece = parser.getText();
      }
      parser.skipChildren();
    }
    long end = parser.currentLocation().getByteOffset();
    return new Answer(piece, new Slice(start, end - start));
  }
}
