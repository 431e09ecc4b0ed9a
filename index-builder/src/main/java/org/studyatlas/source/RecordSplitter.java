package org.studyatlas.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON text into its study records without parsing it.
 *
 * <p>The text is any sequence of objects, arrays of objects and pages ({@code {"studies":[…]}},
 * also within an array), separated by blanks or lines. Commas are not checked: nothing is lost by a
 * missing or superfluous one.
 *
 * <p>If the first object fits on its line, each line is taken for itself: one that is broken is
 * handed out as it is, and the next line is not affected. Otherwise, and as soon as there was an
 * array or a page, nothing tells where the next record would begin, so a broken structure ends the
 * text.
 */
final class RecordSplitter {

  private enum Place {
    TOP,
    ARRAY,
    PAGE,
    STUDIES,
    END
  }

  private enum Layout {
    UNKNOWN,
    LINES,
    SPREAD
  }

  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final TextBuffer text;
  private final String name;
  private final ObjectScan outer = new ObjectScan(true);
  private final ObjectScan inner = new ObjectScan(false);
  private Place place = Place.TOP;
  private Place aroundPage = Place.TOP;
  private Layout layout = Layout.UNKNOWN;
  private long line = 1;
  private long lineOfLastPiece;
  private long elements;
  private long pieces;

  /**
   * Starts at the beginning of a text.
   *
   * @param in UTF-8, with or without a byte order mark
   * @param name of the input, for messages
   */
  RecordSplitter(InputStream in, String name, SourceLimits limits) {
    this.text = new TextBuffer(in, limits);
    this.name = name;
  }

  /**
   * The next record, or null at the end.
   *
   * @throws SourceException if the text is cut short or its structure is broken
   */
  @Nullable Piece next() throws IOException {
    Piece piece = null;
    while (piece == null && place != Place.END) {
      piece =
          switch (place) {
            case TOP -> atTop();
            case ARRAY, STUDIES -> inArray();
            case PAGE -> inPage();
            case END -> null;
          };
    }
    pieces += piece == null ? 0 : 1;
    return piece;
  }

  private @Nullable Piece atTop() throws IOException {
    int next = skipBlanks();
    switch (next) {
      case -1 -> place = Place.END;
      case '{' -> {
        return readObject(outer);
      }
      case '[' -> {
        text.skipByte();
        layout = Layout.SPREAD;
        place = Place.ARRAY;
      }
      default -> {
        return skipByteOrderMark() ? null : strayText();
      }
    }
    return null;
  }

  /** Something that is no object where one should begin; the mark is set before it. */
  private Piece strayText() throws IOException {
    if (layout != Layout.LINES) {
      throw broken();
    }
    return restOfLine(line, text.offset());
  }

  private @Nullable Piece inArray() throws IOException {
    int next = skipBlanks();
    switch (next) {
      case -1 -> throw cutShort("an array");
      case ',' -> text.skipByte();
      case '{' -> {
        return readObject(place == Place.STUDIES ? inner : outer);
      }
      case ']' -> {
        text.skipByte();
        leaveArray();
      }
      default -> throw broken();
    }
    return null;
  }

  private void leaveArray() {
    if (place == Place.STUDIES) {
      outer.resumePage();
      place = Place.PAGE;
    } else {
      place = Place.TOP;
    }
  }

  /** The members of a page besides its studies. */
  private @Nullable Piece inPage() throws IOException {
    switch (scan(outer)) {
      case MORE -> requireMore("a page");
      case CLOSED -> place = aroundPage;
      case STUDIES -> place = Place.STUDIES;
      case LINE_BREAK, BROKEN -> throw brokenBefore();
    }
    return null;
  }

  /** Reads an object to its end, or up to the studies if it turns out to be a page. */
  private @Nullable Piece readObject(ObjectScan scan) throws IOException {
    long firstLine = line;
    boolean atTop = place == Place.TOP;
    text.mark();
    scan.begin(atTop && layout != Layout.SPREAD);
    while (true) {
      switch (scan(scan)) {
        case MORE -> requireMore("a record");
        case CLOSED -> {
          return wholeObject(firstLine, atTop);
        }
        case STUDIES -> {
          enterPage();
          return null;
        }
        case LINE_BREAK -> {
          if (breaksRecord(scan)) {
            layout = Layout.LINES;
            return brokenLine(firstLine);
          }
        }
        case BROKEN -> {
          if (!atTop || layout == Layout.SPREAD) {
            throw brokenBefore();
          }
          Piece rest = restOfLine(firstLine, text.offset() - 1);
          layout = Layout.LINES;
          return rest;
        }
      }
    }
  }

  private void enterPage() {
    text.release();
    layout = Layout.SPREAD;
    aroundPage = place;
    place = Place.STUDIES;
  }

  private Piece wholeObject(long firstLine, boolean atTop) {
    if (atTop && layout == Layout.UNKNOWN) {
      layout = Layout.LINES;
    }
    lineOfLastPiece = line;
    return new Piece(atTop ? ":" + firstLine : "[" + elements++ + "]", text.take(0));
  }

  /**
   * Whether a line break within an object means that the object is broken. In the first object it
   * may also mean that objects are spread over lines, unless a string is open or the next line
   * begins a new object where none can be.
   */
  private boolean breaksRecord(ObjectScan scan) throws IOException {
    boolean broken =
        layout == Layout.LINES || scan.isInString() || text.peek() == '{' && !scan.mayOpenObject();
    if (!broken) {
      layout = Layout.SPREAD;
      scan.ignoreLines();
    }
    return broken;
  }

  /** The line up to the break that was just read. */
  private Piece brokenLine(long firstLine) {
    return new Piece(":" + firstLine, text.take(1));
  }

  /**
   * The rest of the line. If the text has only this one line, or had whole records on it before, it
   * is no broken record but a text that went wrong: the rest could be all the other records. Nor is
   * it if there are zero bytes, as in a file whose download reserved its space and was cut off.
   */
  private Piece restOfLine(long firstLine, long brokenAt) throws IOException {
    int next = text.peek();
    while (next > 0 && next != '\n') {
      text.skipByte();
      next = text.peek();
    }
    boolean onlyLine = layout == Layout.UNKNOWN || lineOfLastPiece == firstLine;
    if (next == 0 || next < 0 && onlyLine) {
      throw brokenAt(brokenAt);
    }
    lineOfLastPiece = firstLine;
    return new Piece(":" + firstLine, text.take(0));
  }

  private ObjectScan.Event scan(ObjectScan scan) {
    ObjectScan.Event event = scan.scan(text.bytes(), text.position(), text.limit());
    text.position(scan.position());
    line += scan.takeLineBreaks();
    return event;
  }

  /** The first byte that is not blank, which is not taken, or -1. */
  private int skipBlanks() throws IOException {
    int next = text.peek();
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      line += next == '\n' ? 1 : 0;
      text.skipByte();
      next = text.peek();
    }
    return next;
  }

  /** Takes a byte order mark if it is next; sets the mark before whatever is there. */
  private boolean skipByteOrderMark() throws IOException {
    text.mark();
    for (int expected : BYTE_ORDER_MARK) {
      if (text.peek() != expected) {
        return false;
      }
      text.skipByte();
    }
    text.release();
    return true;
  }

  private void requireMore(String where) throws IOException {
    if (!text.fill()) {
      throw cutShort(where);
    }
  }

  private SourceException cutShort(String where) {
    return new SourceException(
        name
            + ": ends within "
            + where
            + " at byte "
            + text.offset()
            + " of the text (record "
            + (pieces + 1)
            + "); it was cut short, fetch it again");
  }

  /** The next byte cannot be where it is. */
  private SourceException broken() {
    return brokenAt(text.offset());
  }

  /** The last byte could not be where it was. */
  private SourceException brokenBefore() {
    return brokenAt(text.offset() - 1);
  }

  private SourceException brokenAt(long offset) {
    return new SourceException(
        name
            + ": is no valid JSON at byte "
            + offset
            + " of the text (line "
            + line
            + ", record "
            + (pieces + 1)
            + "); repair it or fetch it again");
  }
}
