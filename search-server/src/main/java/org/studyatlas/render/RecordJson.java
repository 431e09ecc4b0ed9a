package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The JSON of a stored record as bytes: parsing it, and copying ranges of it. */
final class RecordJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] RESULTS = ",\"hasResults\":true}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NO_RESULTS =
      ",\"hasResults\":false}".getBytes(StandardCharsets.UTF_8);
  private static final SelectionNode HAS_RESULTS_ONLY =
      SelectionNode.ofPaths(List.of("hasResults"));

  private RecordJson() {}

  /**
   * A parser that stands at the opening brace of the record.
   *
   * @throws IOException if the record is not a JSON object
   */
  static JsonParser open(byte[] study) throws IOException {
    JsonParser parser = JSON.createParser(study);
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException(
          "a stored record begins with " + parser.currentToken() + ", not with {");
    }
    return parser;
  }

  /** Offset of the first byte of the current token in the record. */
  static int tokenStart(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
  }

  /**
   * Moves to the last token of the current value; returns the offset behind its last byte in the
   * record.
   */
  static int skipToEnd(JsonParser parser) throws IOException {
    parser.finishToken();
    parser.skipChildren();
    return Math.toIntExact(parser.currentLocation().getByteOffset());
  }

  /**
   * Whether the study has results. Read from the record's end, since {@code hasResults} is its last
   * member; from all of it only where it is not.
   */
  static boolean hasResults(byte[] study) throws IOException {
    if (endsWith(study, RESULTS) || endsWith(study, NO_RESULTS)) {
      return endsWith(study, RESULTS);
    }
    return PartReader.read(study, HAS_RESULTS_ONLY).isTrue("hasResults");
  }

  /**
   * Sure without parsing: a literal before the closing brace is the value of a member of the
   * record, and a quote behind a comma is not within a string, where it would need a backslash.
   */
  private static boolean endsWith(byte[] study, byte[] end) {
    int from = study.length - end.length;
    return from >= 0 && Arrays.equals(study, from, study.length, end, 0, end.length);
  }

  /**
   * Whether the record spreads over several lines. No string of JSON holds a raw line feed, so one
   * anywhere means that it is not minified.
   */
  static boolean hasLineFeed(byte[] study) {
    for (byte b : study) {
      if (b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes a range of JSON without the white space between its tokens; everything else keeps its
   * bytes. The range must not begin within a string.
   */
  static void writeMinified(byte[] json, int from, int to, OutputStream out) throws IOException {
    boolean inString = false;
    int runStart = from;
    for (int i = from; i < to; i++) {
      byte b = json[i];
      if (inString) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          inString = false;
        }
      } else if (b == '"') {
        inString = true;
      } else if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
        out.write(json, runStart, i - runStart);
        runStart = i + 1;
      }
    }
    out.write(json, runStart, to - runStart);
  }
}
