package org.studyatlas.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with places {@code {{name}}} for values. Values are escaped, so that nothing from a record
 * or a request becomes markup; what repeats is rendered by a template of its own and inserted as
 * {@link Html}.
 */
final class PageTemplate {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

  private final String text;

  private PageTemplate(String text) {
    this.text = text;
  }

  /** The template in a resource file beside this class. */
  static PageTemplate load(String resource) {
    try (InputStream in = PageTemplate.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      return new PageTemplate(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
  }

  /**
   * The page with its values.
   *
   * @param values by name of their place
   * @throws IllegalArgumentException if a place has no value
   */
  Html render(Map<String, ?> values) {
    StringBuilder page = new StringBuilder(text.length() + 256);
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      Object value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalArgumentException("no value for {{" + place.group(1) + "}}");
      }
      place.appendReplacement(page, Matcher.quoteReplacement(Html.of(value).markup()));
    }
    return new Html(place.appendTail(page).toString());
  }
}
