package org.studyatlas.http.search;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.studyatlas.api.NameDefinitions;
import org.studyatlas.api.Parameter;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.names.NameKind;
import org.studyatlas.schema.PlaceKey;

/** The parameters of the endpoints that complete names. */
final class NameParameters {

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
    Set<NameKind> kinds = kinds(NameDefinitions.PLACE_KINDS);
    String country = given.find(NameDefinitions.COUNTRY).map(PlaceKey::typedCountryKey).orElse("");
    Map<String, String> normal = normal(kinds);
    if (!country.isEmpty()) {
      normal.put(NameDefinitions.COUNTRY.name(), country);
    }
    return new OfPlaces(text(), kinds, country, limit(), Collections.unmodifiableMap(normal));
  }

  OfWords words() {
    Set<NameKind> kinds = kinds(NameDefinitions.WORD_KINDS);
    return new OfWords(text(), kinds, limit(), Collections.unmodifiableMap(normal(kinds)));
  }

  private Map<String, String> normal(Set<NameKind> kinds) {
    Map<String, String> normal = new LinkedHashMap<>();
    normal.put(NameDefinitions.TYPED.name(), text());
    normal.put(
        NameDefinitions.PLACE_KINDS.name(),
        String.join(",", kinds.stream().map(NameKind::text).toList()));
    normal.put(NameDefinitions.LIMIT.name(), Integer.toString(limit()));
    return normal;
  }

  private String text() {
    String text =
        given
            .find(NameDefinitions.TYPED)
            .orElseThrow(
                () ->
                    NativeParameters.refused(
                        "missing-parameter", "q", null, "give what was typed so far, e.g. q=bos"));
    int most = NameDefinitions.TYPED.maxChars();
    if (text.length() > most) {
      throw NativeParameters.refused(
          "invalid-text",
          "q",
          text.substring(0, most) + "…",
          "expected at most %d characters, got %d".formatted(most, text.length()));
    }
    return text;
  }

  private int limit() {
    return given.number(NameDefinitions.LIMIT);
  }

  private Set<NameKind> kinds(Parameter.SomeOf parameter) {
    List<String> names = given.words(parameter);
    Set<NameKind> kinds = EnumSet.noneOf(NameKind.class);
    for (String name : names.isEmpty() ? parameter.words() : names) {
      kinds.add(NameKind.find(name).orElseThrow());
    }
    return kinds;
  }
}
