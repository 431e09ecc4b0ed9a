package org.studyatlas.stats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.studyatlas.schema.JsonFault;
import org.studyatlas.stats.StatsAnswer.Slice;

/**
 * Where the answers lie in a {@code stats.json}.
 *
 * @param studies that were counted
 * @param size of the records' sizes
 * @param values piece → its values' statistics, in the order of the file
 * @param lists piece → its lists' sizes, in the order of the file
 */
record StatsDirectory(
    int studies, Slice size, Map<String, Slice> values, Map<String, Slice> lists) {

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
      Answer size = readAnswer(parser);
      expectKey(parser, StatsJson.VALUES);
      Map<String, Slice> values = readAnswers(parser);
      expectKey(parser, StatsJson.LISTS);
      Map<String, Slice> lists = readAnswers(parser);
      expect(parser, JsonToken.END_OBJECT);
      return new StatsDirectory(size.studies(), size.slice(), values, lists);
    } catch (JsonProcessingException | CharConversionException e) {
      throw JsonFault.damaged("statistics file", file, e);
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

  /**
   * An answer.
   *
   * @param piece that it is about, empty for the sizes of the records
   * @param studies that were counted, for the sizes of the records
   * @param slice where it lies
   */
  private record Answer(String piece, int studies, Slice slice) {}

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
    int studies = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case StatsJson.PIECE -> piece = parser.getText();
        case StatsJson.STUDIES -> studies = parser.getIntValue();
        default -> parser.skipChildren();
      }
    }
    long end = parser.currentLocation().getByteOffset();
    return new Answer(piece, studies, new Slice(start, end - start));
  }
}
