package org.studyatlas.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Follows one JSON object byte by byte to its end, across the borders of buffers.
 *
 * <p>It keeps to strings, escapes and the nesting of brackets; whether the rest is valid JSON is
 * left to the parser, except that bytes which no JSON text has outside of strings are noticed: they
 * tell that a quotation mark is missing, which would turn everything behind it inside out.
 */
final class ObjectScan {

  /** Why the scan has stopped. */
  enum Event {
    /** The bytes are used up. */
    MORE,
    /** The object has ended. */
    CLOSED,
    /** The object is a page: its member {@code studies} has just opened its array. */
    STUDIES,
    /** A line has ended within the object. */
    LINE_BREAK,
    /** The last byte cannot be where it is. */
    BROKEN
  }

  private enum Kind {
    ILLEGAL,
    BLANK,
    NEWLINE,
    QUOTE,
    OPEN_OBJECT,
    CLOSE_OBJECT,
    OPEN_ARRAY,
    CLOSE_ARRAY,
    COLON,
    COMMA,
    LITERAL
  }

  /** Levels of nesting that are followed, in the bits of a long; real records have about 15. */
  private static final int MAX_DEPTH = 63;

  private static final byte[] STUDIES_KEY = "studies".getBytes(StandardCharsets.US_ASCII);
  private static final int NO_KEY = -1;
  private static final Kind[] KINDS = kinds();

  private final boolean mayBePage;
  private boolean stopsAtLines;
  private int depth;
  private long arrays;
  private boolean inString;
  private boolean escaped;
  private boolean lineBreakInString;
  private int keyMatched;
  private boolean afterStudiesKey;
  private Kind last = Kind.BLANK;
  private int position;
  private long lineBreaks;

  /**
   * Creates a scan that has yet to begin.
   *
   * @param mayBePage whether an array {@code studies} in the object makes it a page
   */
  ObjectScan(boolean mayBePage) {
    this.mayBePage = mayBePage;
  }

  /**
   * Begins a new object, before its brace.
   *
   * @param atLines whether to stop at line breaks
   */
  void begin(boolean atLines) {
    stopsAtLines = atLines;
    depth = 0;
    arrays = 0;
    inString = false;
    escaped = false;
    lineBreakInString = false;
    keyMatched = NO_KEY;
    afterStudiesKey = false;
    last = Kind.BLANK;
  }

  /** Goes on without stopping at line breaks. */
  void ignoreLines() {
    stopsAtLines = false;
  }

  /** Goes on behind the array of studies, whose closing bracket was taken by the caller. */
  void resumePage() {
    stopsAtLines = false;
    last = Kind.CLOSE_ARRAY;
  }

  /** Where the last scan stopped: behind the byte that was the reason. */
  int position() {
    return position;
  }

  /** Line breaks seen since the last call, without those in strings that were not stopped at. */
  long takeLineBreaks() {
    long seen = lineBreaks;
    lineBreaks = 0;
    return seen;
  }

  /** Whether the last line break was in a string, where JSON has none. */
  boolean isInString() {
    return lineBreakInString;
  }

  /** Whether an object could begin here that is written on a line of its own. */
  boolean mayOpenObject() {
    return last == Kind.COLON || last == Kind.OPEN_ARRAY;
  }

  /** Follows the object through these bytes. */
  Event scan(byte[] bytes, int from, int to) {
    Event event = Event.MORE;
    int at = from;
    while (at < to && event == Event.MORE) {
      if (inString) {
        at = inString(bytes, at, to);
        event = lineBreakInString ? Event.LINE_BREAK : Event.MORE;
      } else {
        Kind kind = KINDS[bytes[at++] & 0xFF];
        event = step(kind);
        last = kind == Kind.BLANK || kind == Kind.NEWLINE ? last : kind;
      }
    }
    position = at;
    return event;
  }

  private Event step(Kind kind) {
    return switch (kind) {
      case BLANK, LITERAL, COMMA -> Event.MORE;
      case COLON -> {
        afterStudiesKey = afterStudiesKey && last == Kind.QUOTE;
        yield Event.MORE;
      }
      case QUOTE -> {
        inString = true;
        afterStudiesKey = false;
        keyMatched = mayBePage && depth == 1 ? 0 : NO_KEY;
        yield Event.MORE;
      }
      case OPEN_OBJECT -> open(0);
      case OPEN_ARRAY -> afterStudiesKey && last == Kind.COLON ? studies() : open(1);
      case CLOSE_OBJECT -> close(0);
      case CLOSE_ARRAY -> close(1);
      case NEWLINE -> {
        lineBreaks++;
        yield stopsAtLines ? Event.LINE_BREAK : Event.MORE;
      }
      case ILLEGAL -> Event.BROKEN;
    };
  }

  private Event studies() {
    afterStudiesKey = false;
    return Event.STUDIES;
  }

  private Event open(long array) {
    if (depth == MAX_DEPTH) {
      return Event.BROKEN;
    }
    depth++;
    arrays = arrays & ~(1L << depth) | array << depth;
    afterStudiesKey = false;
    return Event.MORE;
  }

  private Event close(long array) {
    if ((arrays >>> depth & 1) != array) {
      return Event.BROKEN;
    }
    depth--;
    return depth == 0 ? Event.CLOSED : Event.MORE;
  }

  /** Goes to the end of the string, of the line or of the bytes, whichever is first. */
  private int inString(byte[] bytes, int from, int to) {
    lineBreakInString = false;
    int at = keyMatched == NO_KEY ? from : matchKey(bytes, from, to);
    if (escaped && at < to) {
      escaped = false;
      at += bytes[at] == '\n' ? 0 : 1;
    }
    while (inString && at < to && !lineBreakInString) {
      byte value = bytes[at++];
      if (value == '"') {
        inString = false;
      } else if (value == '\\') {
        escaped = at == to;
        at += escaped || bytes[at] == '\n' ? 0 : 1;
      } else if (value == '\n' && stopsAtLines) {
        lineBreaks++;
        lineBreakInString = true;
      }
    }
    return at;
  }

  /** Compares the string with the key as far as they agree. */
  private int matchKey(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && keyMatched < STUDIES_KEY.length && bytes[at] == STUDIES_KEY[keyMatched]) {
      keyMatched++;
      at++;
    }
    if (at < to) {
      afterStudiesKey = keyMatched == STUDIES_KEY.length && bytes[at] == '"';
      keyMatched = NO_KEY;
    }
    return at;
  }

  private static Kind[] kinds() {
    Kind[] kinds = new Kind[256];
    Arrays.fill(kinds, Kind.ILLEGAL);
    "0123456789+-.eEtruefalsn".chars().forEach(literal -> kinds[literal] = Kind.LITERAL);
    kinds[' '] = Kind.BLANK;
    kinds['\t'] = Kind.BLANK;
    kinds['\r'] = Kind.BLANK;
    kinds['\n'] = Kind.NEWLINE;
    kinds['"'] = Kind.QUOTE;
    kinds['{'] = Kind.OPEN_OBJECT;
    kinds['}'] = Kind.CLOSE_OBJECT;
    kinds['['] = Kind.OPEN_ARRAY;
    kinds[']'] = Kind.CLOSE_ARRAY;
    kinds[':'] = Kind.COLON;
    kinds[','] = Kind.COMMA;
    return kinds;
  }
}
