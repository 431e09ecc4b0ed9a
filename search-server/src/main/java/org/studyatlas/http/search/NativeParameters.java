package org.studyatlas.http.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.studyatlas.api.Parameter;
import org.studyatlas.fields.EnumType;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.http.Suggestion;

/**
 * Reads single values of the native face's parameters; a bad one names the remedy. Takes down the
 * normal form of each value that decides what is found, for the receipt. For one request.
 */
public final class NativeParameters {

  /** Most items of a list. */
  private static final int MAX_ITEMS = 1_000;

  private final RequestParameters given;
  private final Map<String, String> normal = new LinkedHashMap<>();

  /** Of a request. */
  public NativeParameters(RequestParameters given) {
    this.given = given;
  }

  /** Takes down the normal form of a parameter. */
  void normal(Parameter parameter, String value) {
    normal.put(parameter.name(), value);
  }

  /** The normal forms, in the order of these parameters. */
  Map<String, String> normalInOrder(List<Parameter> parameters) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      String value = normal.get(parameter.name());
      if (value != null) {
        ordered.put(parameter.name(), value);
      }
    }
    return ordered;
  }

  /** The value, or empty if it is absent or blank. */
  public Optional<String> find(Parameter parameter) {
    return given.find(parameter.name()).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The items of a list that is separated by commas or bars. */
  public List<String> list(Parameter parameter) {
    return items(parameter, "[,|]");
  }

  /** One name, since a name may hold a comma; several are separated by bars. */
  public List<String> names(Parameter.Names parameter) {
    return items(parameter, "\\|");
  }

  private List<String> items(Parameter parameter, String separator) {
    return bounded(parameter, Arrays.stream(find(parameter).orElse("").split(separator)));
  }

  private static List<String> bounded(Parameter parameter, Stream<String> parts) {
    List<String> items =
        parts.map(String::strip).filter(item -> !item.isEmpty()).distinct().toList();
    if (items.size() > MAX_ITEMS) {
      throw refused(
          "too-many-values",
          parameter.name(),
          null,
          "at most %d values are taken, got %d".formatted(MAX_ITEMS, items.size()));
    }
    return items;
  }

  /**
   * The constants of an enumeration that a list names, in any case or by their labels. A label may
   * hold a comma: then it stands alone or between bars.
   */
  List<String> constants(Parameter.Constants parameter) {
    EnumType type = parameter.type();
    Stream<String> items =
        Arrays.stream(find(parameter).orElse("").split("\\|"))
            .flatMap(
                part ->
                    type.find(part.strip()).isPresent()
                        ? Stream.of(part)
                        : Arrays.stream(part.split(",")));
    return bounded(parameter, items).stream()
        .map(item -> type.find(item).orElseThrow(() -> unknown(parameter, item, type.constants())))
        .distinct()
        .toList();
  }

  /** Some of the words that the parameter knows. */
  List<String> words(Parameter.SomeOf parameter) {
    for (String item : list(parameter)) {
      if (!parameter.words().contains(item)) {
        throw unknown(parameter, item, parameter.words());
      }
    }
    return list(parameter);
  }

  /** One of the words that the parameter knows, in any case; the first if it is absent. */
  public String word(Parameter.OneOf parameter) {
    return find(parameter)
        .map(text -> word(parameter, parameter.words(), text))
        .orElse(parameter.words().getFirst());
  }

  private String word(Parameter parameter, List<String> words, String text) {
    return words.stream()
        .filter(word -> word.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> unknown(parameter, text, words));
  }

  /** A switch, or empty if it is absent. */
  public Optional<Boolean> flag(Parameter.Flag parameter) {
    return find(parameter)
        .map(text -> Boolean.valueOf(word(parameter, Parameter.Flag.WORDS, text)));
  }

  /** A whole number in the parameter's range; its default if it is absent. */
  public int number(Parameter.Number parameter) {
    return number(parameter, parameter.byDefault().orElseThrow());
  }

  /** A whole number in the parameter's range; that one if it is absent. */
  public int number(Parameter.Number parameter, int byDefault) {
    Optional<String> text = find(parameter);
    if (text.isEmpty()) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= parameter.least() && number <= parameter.greatest()) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    throw refused(
        "invalid-number",
        parameter.name(),
        text.get(),
        "expected a whole number from %d to %d".formatted(parameter.least(), parameter.greatest()));
  }

  /** A value that is none of the allowed ones. */
  RefusedRequestException unknown(Parameter parameter, String item, List<String> allowed) {
    String name = parameter.name();
    String detail =
        "'%s' is no %s%s; use one of the allowed values"
            .formatted(Problem.shortened(item), name, Suggestion.among(allowed, item));
    Problem problem = Problem.badParameter("unknown-value", name, item, detail).allowing(allowed);
    int position = find(parameter).orElse("").indexOf(item);
    return new RefusedRequestException(position < 0 ? problem : problem.at(position));
  }

  /** A value that is wrong as a whole. */
  public static RefusedRequestException refused(
      String code, String parameter, @Nullable String value, String detail) {
    return new RefusedRequestException(Problem.badParameter(code, parameter, value, detail));
  }

  /** A value that is wrong from a character on, counted from 0. */
  static RefusedRequestException refusedAt(
      int position, String code, String parameter, String value, String detail) {
    return new RefusedRequestException(
        Problem.badParameter(code, parameter, value, detail).at(position));
  }
}
