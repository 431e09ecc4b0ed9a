package org.studyatlas.http.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.studyatlas.api.Parameter;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;

/** Reads points, distances and boxes. */
final class PointParameter {

  private static final String NUMBER = "\\s*([+-]?\\d{1,3}(?:\\.\\d{1,30})?)\\s*";

  /** An array of numbers in a body becomes a list with bars. */
  private static final String SEPARATOR = "[,|]";

  private static final Pattern POINT = Pattern.compile(NUMBER + SEPARATOR + NUMBER);
  private static final Pattern BOX =
      Pattern.compile(String.join(SEPARATOR, List.of(NUMBER, NUMBER, NUMBER, NUMBER)));

  /** What looks like an attempt at coordinates rather than at a name. */
  private static final Pattern LIKE_A_POINT = Pattern.compile("(?=[^.,|]*[.,|])[-+\\d.,|\\s°]++");

  /** Most characters of a point or of the name of a place. */
  private static final int MAX_CHARS = 200;

  private PointParameter() {}

  /** Coordinates as {@code latitude,longitude} in degrees; empty if it is none but a name. */
  static Optional<GeoPoint> find(String name, String text) {
    if (text.length() > MAX_CHARS) {
      throw NativeParameters.refused(
          "invalid-point",
          name,
          text.substring(0, MAX_CHARS) + "…",
          "at most %d characters are taken, got %d".formatted(MAX_CHARS, text.length()));
    }
    Matcher matcher = POINT.matcher(text);
    if (!matcher.matches()) {
      if (LIKE_A_POINT.matcher(text).matches()) {
        throw bad(name, text);
      }
      return Optional.empty();
    }
    try {
      return Optional.of(new GeoPoint(degrees(matcher, 1), degrees(matcher, 2)));
    } catch (IllegalArgumentException e) {
      throw NativeParameters.refused("invalid-point", name, text, String.valueOf(e.getMessage()));
    }
  }

  static RuntimeException bad(String name, String text) {
    return NativeParameters.refused(
        "invalid-point", name, text, "expected latitude,longitude in degrees such as 42.36,-71.06");
  }

  /** A distance with its unit, {@code km} or {@code mi}. */
  static Optional<Distance> distance(NativeParameters given, Parameter parameter) {
    return given
        .find(parameter)
        .map(
            text ->
                Distance.find(text)
                    .orElseThrow(
                        () ->
                            NativeParameters.refused(
                                "invalid-distance",
                                parameter.name(),
                                text,
                                "expected a number with the unit km or mi such as 50km")));
  }

  /** A box as {@code west,south,east,north} in degrees; west above east crosses the date line. */
  static Box box(String name, String text) {
    Matcher matcher = BOX.matcher(text);
    if (!matcher.matches()) {
      throw NativeParameters.refused(
          "invalid-box",
          name,
          text,
          "expected west,south,east,north in degrees such as -71.2,42.2,-70.9,42.5");
    }
    try {
      return new Box(
          degrees(matcher, 2), degrees(matcher, 1), degrees(matcher, 4), degrees(matcher, 3));
    } catch (IllegalArgumentException e) {
      throw NativeParameters.refused(
          "invalid-box", name, text, e.getMessage() + "; the order is west,south,east,north");
    }
  }

  private static double degrees(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group)) + 0.0; // -0.0 becomes 0.0
  }
}
