package org.studyatlas.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one request, all of them known to its endpoint and each given once.
 *
 * @param values by name, in the request's order
 */
public record RequestParameters(Map<String, String> values) {

  /** Copies the map, keeping its order. */
  public RequestParameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of a parameter, or empty if it was not given. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
