package org.studyatlas.http.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.names.NameKind;
import org.studyatlas.schema.PlaceKey;

/** The parameters of the endpoints that complete names. */
final class NameParameters {

  private static final int MAX_CHARS = 200;
  private static final int MAX_LIMIT = 100;
  private static final int DEFAULT_LIMIT = 10;

  private final NativeParameters given;

  NameParameters(RequestParameters parameters) {
    given = new NativeParameters(parameters);
  }

  /**
   * What {@code GET /places} asks for.
   *
   * @param text what was typed
   * @param kinds of places, in the order of {@link NameKind}
   * @param country see {@link PlaceKey#countryKey}; empty for any
   * @param limit how many
   * @param normal the parameters in normal form
   */
  record OfPlaces(
      String text, Set<NameKind> kinds, String country, int limit, Map<String, String> normal) {}

  /**
   * What {@code GET /suggest} asks for.
   *
   * @param text what was typed
   * @param kinds of names, in the order of {@link NameKind}
   * @param limit how many of each kind
   * @param normal the parameters in normal form
   */
  record OfWords(String text, Set<NameKind> kinds, int limit, Map<String, String> normal) {}

  OfPlaces places() {
    Set<NameKind> kinds = kinds(true);
    String country = given.find("country").map(PlaceKey::typedCountryKey).orElse("");
    Map<String, String> normal = normal(kinds);
    if (!country.isEmpty()) {
      normal.put("country", country);
    }
    return new OfPlaces(text(), kinds, country, limit(), Collections.unmodifiableMap(normal));
  }

  OfWords words() {
    Set<NameKind> kinds = kinds(false);
    return new OfWords(text(), kinds, limit(), Collections.unmodifiableMap(normal(kinds)));
  }

  private Map<String, String> normal(Set<NameKind> kinds) {
    Map<String, String> normal = new LinkedHashMap<>();
    normal.put("q", text());
    normal.put("kind", String.join(",", kinds.stream().map(NameKind::text).toList()));
    normal.put("limit", Integer.toString(limit()));
    return normal;
  }

  private String text() {
    String text =
        given
            .find("q")
            .orElseThrow(
                () ->
                    NativeParameters.refused(
                        "missing-parameter", "q", null, "give what was typed so far, e.g. q=bos"));
    if (text.length() > MAX_CHARS) {
      throw NativeParameters.refused(
          "invalid-text",
          "q",
          text.substring(0, MAX_CHARS) + "…",
          "expected at most %d characters, got %d".formatted(MAX_CHARS, text.length()));
    }
    return text;
  }

  private int limit() {
    return given.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
  }

  private Set<NameKind> kinds(boolean places) {
    List<String> allowed =
        Arrays.stream(NameKind.values())
            .filter(kind -> kind.isPlace() == places)
            .map(NameKind::text)
            .toList();
    Set<NameKind> kinds = EnumSet.noneOf(NameKind.class);
    for (String name : given.list("kind")) {
      if (!allowed.contains(name)) {
        throw given.unknown("kind", name, allowed);
      }
      kinds.add(NameKind.find(name).orElseThrow());
    }
    if (kinds.isEmpty()) {
      allowed.forEach(name -> kinds.add(NameKind.find(name).orElseThrow()));
    }
    return kinds;
  }
}
