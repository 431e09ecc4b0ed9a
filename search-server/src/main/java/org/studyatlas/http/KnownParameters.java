package org.studyatlas.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters that an endpoint takes, declared once; all others are refused.
 *
 * @param names in the order of the documentation
 */
public record KnownParameters(List<String> names) {

  /** Copies the list. */
  public KnownParameters {
    names = List.copyOf(names);
  }

  /** The parameters of these names. */
  public static KnownParameters of(String... names) {
    return new KnownParameters(List.of(names));
  }

  /** These and some more. */
  public KnownParameters and(String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return new KnownParameters(all);
  }

  /** These but one. */
  public KnownParameters without(String name) {
    return new KnownParameters(names.stream().filter(known -> !known.equals(name)).toList());
  }

  /** What the client is told about a parameter that is not among these. */
  Problem unknown(Face face, String name) {
    String detail =
        switch (face) {
          case CTGOV -> ctgovText(name);
          case NATIVE -> "unknown parameter '%s'%s".formatted(name, Suggestion.among(names, name));
        };
    return Problem.badParameter("unknown-parameter", name, null, detail).allowing(names);
  }

  /** The registry's endpoints without prefixed parameters refuse a prefix in other words. */
  private String ctgovText(String name) {
    boolean prefixed = names.stream().anyMatch(known -> known.contains("."));
    return name.contains(".") && !prefixed
        ? "Invalid prefix in parameter name: " + name
        : "`" + name + "` is unknown parameter";
  }
}
