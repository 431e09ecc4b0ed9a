package org.studyatlas.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.studyatlas.build.UsageException;

/** Reads a list of NCT ids, as editors and spreadsheets write it: one a line. */
final class IdList {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private IdList() {}

  /**
   * The lines that are not blank, without blanks around them.
   *
   * @param bytes UTF-8, with or without a byte order mark
   * @param name of the list, for messages
   * @throws UsageException if it is no UTF-8
   */
  static List<String> lines(byte[] bytes, String name) throws UsageException {
    requireNoZero(bytes, name);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      String list = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      return list.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (CharacterCodingException e) {
      throw refused(bytes, in.position(), name);
    }
  }

  /** UTF-16 without a byte order mark would be valid UTF-8 full of zeros. */
  private static void requireNoZero(byte[] bytes, String name) throws UsageException {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw refused(bytes, i, name);
      }
    }
  }

  private static UsageException refused(byte[] bytes, int at, String name) {
    long line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return new UsageException(
        "%s is no UTF-8 text (byte 0x%02X at byte %d, line %d); save it as UTF-8 with one NCT id a line"
            .formatted(name, bytes[at] & 0xFF, at, line));
  }
}
