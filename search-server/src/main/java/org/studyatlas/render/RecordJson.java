package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.studyatlas.schema.RecordText;

/** The JSON of a stored record as bytes: parsing it, and copying ranges of it. */
final class RecordJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private RecordJson() {}

  /**
   * A parser that stands at the opening brace of the record.
   *
   * @throws IOException if the record is not a JSON object
   */
  static JsonParser open(RecordText study) throws IOException {
    JsonParser parser =
        study.isComplete() ? JSON.createParser(study.bytes()) : JSON.createParser(study.stream());
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
   * Whether the record spreads over several lines. No string of JSON holds a raw line feed, so one
   * anywhere means that it is not minified. Looks at eight bytes at once: byte by byte it took a
   * quarter of an export.
   */
  static boolean hasLineFeed(byte[] study) {
    int inWords = study.length & -Long.BYTES;
    for (int i = 0; i < inWords; i += Long.BYTES) {
      long word = (long) WORDS.get(study, i);
      if (hasZero(word ^ '\n' * ONES) || hasZero(word ^ '\r' * ONES)) {
        return true;
      }
    }
    for (int i = inWords; i < study.length; i++) {
      if (study[i] == '\n' || study[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Whether a byte is zero: only such a one borrows from a high bit that it does not have. */
  private static boolean hasZero(long bytes) {
    return ((bytes - ONES) & ~bytes & HIGH_BITS) != 0;
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
