package org.studyatlas.source;

/** Text from an input made safe to print: one line, no control characters. */
final class Printable {

  private Printable() {}

  static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.isISOControl(point) || isFormat(point) ? '?' : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Line separators, and marks that turn the direction of the text around them. */
  private static boolean isFormat(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
