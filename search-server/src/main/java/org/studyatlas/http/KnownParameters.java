package org.studyatlas.http;

import java.util.List;
import org.studyatlas.api.Endpoint;

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

  /** The parameters that an endpoint of the native face is defined to take. */
  public static KnownParameters of(Endpoint endpoint) {
    return new KnownParameters(endpoint.names());
  }

  /** What the client is told about a parameter that is not among these. */
  Problem unknown(Face face, String name) {
    String detail =
        switch (face) {
          case CTGOV -> ctgovText(name);
          case NATIVE ->
              "unknown parameter '%s'%s"
                  .formatted(Problem.shortened(name), Suggestion.among(names, name));
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
