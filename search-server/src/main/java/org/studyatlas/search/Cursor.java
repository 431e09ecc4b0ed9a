package org.studyatlas.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;

/**
 * Where a page ended, as an opaque text: the sort values of its last hit.
 *
 * <p>Layout before base64url: 4 bytes stamp of the generation, 4 bytes stamp of the search, 4 bytes
 * document, then for each sort value a type byte and 4 or 8 bytes. Bound to a generation, since
 * document numbers and scores of another one mean nothing, and to a search, since the pages of two
 * would be a result of neither.
 */
final class Cursor {

  private static final byte FLOAT = 'f';
  private static final byte LONG = 'l';
  private static final byte DOUBLE = 'd';
  private static final int MAX_CHARS = 200;
  private static final byte[] NONE = {};

  private Cursor() {}

  /**
   * Writes a cursor.
   *
   * @param generation name and digest of the generation
   * @param search its text, see {@link SearchText}: a cursor cannot continue another one
   */
  static String encode(String generation, String search, FieldDoc last) {
    Object[] values = fields(last);
    ByteBuffer buffer = ByteBuffer.allocate(4 * Integer.BYTES + 9 * values.length);
    buffer.putInt(stamp(generation)).putInt(stamp(search)).putInt(last.doc);
    for (Object value : values) {
      switch (value) {
        case Float f -> buffer.put(FLOAT).putFloat(f);
        case Long l -> buffer.put(LONG).putLong(l);
        case Double d -> buffer.put(DOUBLE).putDouble(d);
        default -> throw new IllegalStateException("no sort value: " + value);
      }
    }
    buffer.putInt(checksum(buffer.array(), buffer.position()));
    byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a cursor.
   *
   * @param search text of the search that it is to continue
   * @param types of the sort values: Lucene takes no others
   * @param maxDoc number of documents of the index
   * @throws CursorException if it is none, or of another generation or search
   */
  static FieldDoc decode(
      String cursor, String generation, String search, List<Class<?>> types, int maxDoc)
      throws CursorException {
    try {
      if (cursor.length() > MAX_CHARS) {
        throw new CursorException("it is too long");
      }
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (buffer.getInt() != stamp(generation)) {
        throw new CursorException("it is damaged or belongs to an index that is no longer open");
      }
      if (buffer.getInt() != stamp(search)) {
        throw new CursorException(
            "it belongs to another search; query, filters and order must be as they were");
      }
      requireUnchanged(buffer.array());
      int doc = buffer.getInt();
      Object[] values = new Object[types.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(buffer, types.get(i));
      }
      if (buffer.remaining() != Integer.BYTES || doc < 0 || doc >= maxDoc) {
        throw new CursorException("it is damaged");
      }
      return new FieldDoc(doc, Float.NaN, values);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new CursorException("it is damaged");
    }
  }

  /** Whether a text begins as the cursors of that generation do. */
  static boolean isOf(String cursor, String generation) {
    try {
      byte[] bytes = cursor.length() > MAX_CHARS ? NONE : Base64.getUrlDecoder().decode(cursor);
      return bytes.length > Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == stamp(generation);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Object value(ByteBuffer buffer, Class<?> type) throws CursorException {
    Object value =
        switch (buffer.get()) {
          case FLOAT -> buffer.getFloat();
          case LONG -> buffer.getLong();
          case DOUBLE -> buffer.getDouble();
          default -> throw new CursorException("it is damaged");
        };
    if (!type.isInstance(value)) {
      throw new CursorException("it is damaged");
    }
    return value;
  }

  private static Object[] fields(FieldDoc doc) {
    if (doc.fields == null) {
      throw new IllegalStateException("a hit without sort values");
    }
    return doc.fields;
  }

  /** The checksum tells what was edited or cut by accident; whoever means to can compute it too. */
  private static void requireUnchanged(byte[] bytes) throws CursorException {
    int length = bytes.length - Integer.BYTES;
    if (ByteBuffer.wrap(bytes).getInt(length) != checksum(bytes, length)) {
      throw new CursorException("it is damaged");
    }
  }

  private static int stamp(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return checksum(bytes, bytes.length);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
