package org.studyatlas.http.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.http.Suggestion;

/**
 * Reads single values of the native face's parameters; a bad one names the remedy. Takes down the
 * normal form of each value that decides what is found, for the receipt. For one request.
 */
public final class NativeParameters {

  private final RequestParameters given;
  private final Map<String, String> normal = new LinkedHashMap<>();

  /** Of a request. */
  public NativeParameters(RequestParameters given) {
    this.given = given;
  }

  /** Takes down the normal form of a parameter. */
  void normal(String name, String value) {
    normal.put(name, value);
  }

  /** The normal forms, in the order of the documentation. */
  Map<String, String> normalInOrder(List<String> names) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String name : names) {
      String value = normal.get(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    return ordered;
  }

  /** The value, or empty if it is absent or blank. */
  public Optional<String> find(String name) {
    return given.find(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The items of a list that is separated by commas or bars. */
  public List<String> list(String name) {
    return items(name, "[,|]");
  }

  /** One name, since a name may hold a comma; several are separated by bars. */
  public List<String> names(String name) {
    return items(name, "\\|");
  }

  private List<String> items(String name, String separator) {
    List<String> items = new ArrayList<>();
    for (String item : find(name).orElse("").split(separator)) {
      String stripped = item.strip();
      if (!stripped.isEmpty() && !items.contains(stripped)) {
        items.add(stripped);
      }
    }
    return items;
  }

  /** The constants of an enumeration that a list names, in any case or by their labels. */
  List<String> constants(String name, Field field) {
    EnumType type = FieldCatalogue.standard().getEnum(field.findEnumType().orElseThrow());
    Optional<String> whole = find(name).flatMap(type::find); // a label may hold a comma
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<String> constants = new ArrayList<>();
    for (String item : list(name)) {
      String constant = type.find(item).orElseThrow(() -> unknown(name, item, type.constants()));
      if (!constants.contains(constant)) {
        constants.add(constant);
      }
    }
    return constants;
  }

  /** One of some words, in any case; the default if it is absent. */
  public String oneOf(String name, List<String> words, String byDefault) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return byDefault;
    }
    return words.stream()
        .filter(word -> word.equalsIgnoreCase(text.get()))
        .findFirst()
        .orElseThrow(() -> unknown(name, text.get(), words));
  }

  /** A switch, or empty if it is absent. */
  public Optional<Boolean> flag(String name) {
    return find(name)
        .map(text -> Boolean.valueOf(oneOf(name, List.of("true", "false"), text).equals("true")));
  }

  /** A whole number in a range; the default if it is absent. */
  public int number(String name, int least, int greatest, int byDefault) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    throw refused(
        "invalid-number",
        name,
        text.get(),
        "expected a whole number from %d to %d".formatted(least, greatest));
  }

  /** A value that is none of the allowed ones. */
  RefusedRequestException unknown(String name, String item, List<String> allowed) {
    String detail =
        "'%s' is no %s%s; use one of the allowed values"
            .formatted(item, name, Suggestion.among(allowed, item));
    Problem problem = Problem.badParameter("unknown-value", name, item, detail).allowing(allowed);
    int position = find(name).orElse("").indexOf(item);
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
