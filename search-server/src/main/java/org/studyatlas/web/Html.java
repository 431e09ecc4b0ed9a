package org.studyatlas.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text that is markup already.
 *
 * @param markup well-formed and safe
 */
record Html(String markup) {

  /** The value as markup: escaped, unless it is markup. */
  static Html of(Object value) {
    return value instanceof Html html ? html : new Html(escape(String.valueOf(value)));
  }

  /** All of them, one after the other. */
  static Html join(List<Html> parts) {
    return new Html(parts.stream().map(Html::markup).collect(Collectors.joining("\n")));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
