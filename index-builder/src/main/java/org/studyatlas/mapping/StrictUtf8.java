package org.studyatlas.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Optional;

/**
 * Tells whether a text is UTF-8, all of it. The JSON parser does not: it guesses other encodings,
 * takes overlong forms, and passes over what nobody reads. But a record is served as it is, amid
 * others, and one byte that is no UTF-8 would make the whole page unreadable.
 */
final class StrictUtf8 {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** JSON begins with two characters of ASCII at least, so other encodings have a zero here. */
  private static final int ENCODING_SHOWS_WITHIN = 4;

  private static final int CHARS_AT_ONCE = 4096;

  private StrictUtf8() {}

  /** What is wrong with a text that a JSON parser has read, or empty if it is all UTF-8. */
  static Optional<String> findFault(byte[] text) {
    for (int i = 0; i < Math.min(text.length, ENCODING_SHOWS_WITHIN); i++) {
      if (text[i] == 0) {
        return Optional.of("not UTF-8 but UTF-16 or UTF-32");
      }
    }
    if (text.length >= BYTE_ORDER_MARK.length
        && ByteBuffer.wrap(text, 0, BYTE_ORDER_MARK.length)
            .equals(ByteBuffer.wrap(BYTE_ORDER_MARK))) {
      return Optional.of("begins with a byte order mark, which JSON must not have");
    }
    ByteBuffer in = ByteBuffer.wrap(text);
    return isDecodable(in) ? Optional.empty() : Optional.of("no UTF-8 at byte " + in.position());
  }

  private static boolean isDecodable(ByteBuffer in) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(CHARS_AT_ONCE);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return !result.isError();
  }
}
