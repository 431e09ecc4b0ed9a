package org.studyatlas.http.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.http.RequestParameters;

/** Reads single values of the native face's parameters; a bad one names the remedy. */
final class NativeParameters {

  private static final Pattern POINT =
      Pattern.compile(
          "\\s*(-?\\d{1,3}(?:\\.\\d{1,30})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,30})?)\\s*");

  private final RequestParameters given;

  NativeParameters(RequestParameters given) {
    this.given = given;
  }

  /** The value, or empty if it is absent or blank. */
  Optional<String> find(String name) {
    return given.find(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The items of a list that is separated by commas or bars. */
  List<String> list(String name) {
    List<String> items = new ArrayList<>();
    for (String item : find(name).orElse("").split("[,|]")) {
      if (!item.isBlank()) {
        items.add(item.strip());
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
      String constant =
          type.find(item)
              .orElseThrow(
                  () ->
                      refused(
                          "unknown-value",
                          name,
                          item,
                          "'" + item + "' is no " + name + "; use one of the allowed values",
                          type.constants()));
      if (!constants.contains(constant)) {
        constants.add(constant);
      }
    }
    return constants;
  }

  /** Coordinates as {@code latitude,longitude} in degrees. */
  Optional<GeoPoint> point(String name) {
    Optional<String> text = find(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(point(name, text.get()));
  }

  private static GeoPoint point(String name, String text) {
    Matcher matcher = POINT.matcher(text);
    if (!matcher.matches()) {
      throw refused(
          "invalid-point",
          name,
          text,
          "expected latitude,longitude in degrees such as 42.36,-71.06",
          List.of());
    }
    try {
      return new GeoPoint(
          Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
    } catch (IllegalArgumentException e) {
      throw refused("invalid-point", name, text, String.valueOf(e.getMessage()), List.of());
    }
  }

  /** A distance with its unit, {@code km} or {@code mi}. */
  Optional<Distance> distance(String name) {
    return find(name)
        .map(
            text ->
                Distance.find(text)
                    .orElseThrow(
                        () ->
                            refused(
                                "invalid-distance",
                                name,
                                text,
                                "expected a number with the unit km or mi such as 50km",
                                List.of())));
  }

  /** A whole number in a range; the default if it is absent. */
  int number(String name, int least, int greatest, int byDefault) {
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
        "expected a whole number from %d to %d".formatted(least, greatest),
        List.of());
  }

  static RefusedRequestException refused(
      String code, String parameter, String value, String detail, List<String> allowed) {
    return new RefusedRequestException(
        Problem.badParameter(code, parameter, value, detail).allowing(allowed));
  }
}
