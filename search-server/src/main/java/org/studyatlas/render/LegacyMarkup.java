package org.studyatlas.render;

/**
 * Markup as plain text, for {@code markupFormat=legacy}.
 *
 * <p>Known of the registry's own rendering is that its lines end with CRLF. That it writes the text
 * without the escapes of CommonMark is inferred: the registry made its markdown from plain text by
 * escaping punctuation, and its records hold little other markup. List marks, numbering and
 * indentation stay as they are.
 */
final class LegacyMarkup {

  private LegacyMarkup() {}

  /** The text without backslashes before ASCII punctuation, and with CRLF at line ends. */
  static String of(String markdown) {
    int length = markdown.length();
    StringBuilder text = new StringBuilder(length + length / 32);
    for (int i = 0; i < length; i++) {
      char c = markdown.charAt(i);
      char next = i + 1 < length ? markdown.charAt(i + 1) : '\0';
      if (c == '\\' && isPunctuation(next)) {
        text.append(next);
        i++;
      } else if (c == '\r' && next == '\n') {
        text.append("\r\n");
        i++;
      } else if (c == '\n' || c == '\r') {
        text.append("\r\n");
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** ASCII punctuation, all of which CommonMark allows to be escaped. */
  private static boolean isPunctuation(char c) {
    return (c >= '!' && c <= '/')
        || (c >= ':' && c <= '@')
        || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
  }
}
