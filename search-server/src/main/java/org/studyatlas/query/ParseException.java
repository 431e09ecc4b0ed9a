package org.studyatlas.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text that is no expression. A user's fault.
 *
 * <p>The message is the registry's: {@code Error parsing query in <where>: <detail>}.
 */
public final class ParseException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int WINDOW = 60;

  private final String detail;
  private final @Nullable String hint;
  private final String text;
  private final int position;

  ParseException(
      ParseContext context, String text, int position, String detail, @Nullable String hint) {
    super("Error parsing query in " + context.where() + ": " + detail);
    this.detail = detail;
    this.hint = hint;
    this.text = text;
    this.position = position;
  }

  /** What is wrong, without the words before it. */
  public String detail() {
    return detail;
  }

  /** What to write instead, where that can be told. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }

  /** Index of the first offending character, 0 to the length of the text. */
  public int position() {
    return position;
  }

  /**
   * Two lines: the text around the position, and a caret below the offending character. At most
   * some 120 characters wide.
   */
  public String caret() {
    int from = position > WINDOW ? position - WINDOW : 0;
    int to = Math.min(text.length(), position + WINDOW);
    String before = from > 0 ? "…" : "";
    String after = to < text.length() ? "…" : "";
    StringBuilder excerpt = new StringBuilder(before);
    for (char c : text.substring(from, to).toCharArray()) {
      excerpt.append(EssieText.isBlank(c) ? ' ' : c);
    }
    String indent = " ".repeat(before.length() + position - from);
    return excerpt + after + "\n" + indent + "^";
  }
}
