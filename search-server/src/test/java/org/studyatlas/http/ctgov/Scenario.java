package org.studyatlas.http.ctgov;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One request to the drop-in face and what its answer must be, read from YAML.
 *
 * <pre>
 * - get: /studies?filter.overallStatus=RECRUITING   # below /api/v2, or a whole path with `path:`
 *   send: {Accept-Encoding: gzip}                    # request headers
 *   method: HEAD                                     # default GET
 *   raw: true                                        # the request line as it is, by a bare socket
 *   status: 200                                      # default 200
 *   text: the whole body
 *   like: /studies?pageSize=10                       # another request with the same body
 *   contains: [parts of the body]
 *   lacks: [what is not in the body]
 *   ids: [1, 2]                                      # numbers of the studies, in any order
 *   order: [2, 1]                                    # the same in this order
 *   total: 2                                         # totalCount; none: there must be no count
 *   token: true                                      # whether there is a nextPageToken
 *   json: {/studies/0/hasResults: false}             # values at JSON pointers, ~ for nothing there
 *   headers: {etag: ~, content-type: text/csv}       # ~ absent, /regex/ pattern
 *   then: [scenarios that may write ${token}]
 * </pre>
 *
 * @param name file, number and request
 * @param given what the file says
 * @param then what follows
 */
record Scenario(String name, Map<String, Object> given, List<Scenario> then) {

  private static final Set<String> KEYS =
      Set.of(
          "get",
          "path",
          "send",
          "method",
          "raw",
          "status",
          "text",
          "like",
          "contains",
          "lacks",
          "ids",
          "order",
          "total",
          "token",
          "json",
          "headers",
          "then",
          "why");

  Scenario {
    if (!KEYS.containsAll(given.keySet())) {
      throw new IllegalArgumentException(name + ": unknown keys in " + given.keySet());
    }
  }

  /** Reads the list of a file. */
  static List<Scenario> read(String file, Object list) {
    List<Scenario> scenarios = new ArrayList<>();
    for (Object item : (List<?>) list) {
      Map<String, Object> given = new LinkedHashMap<>();
      ((Map<?, ?>) item).forEach((key, value) -> given.put(String.valueOf(key), value));
      String name = file + " " + (scenarios.size() + 1) + ": ";
      Object target = given.getOrDefault("get", given.get("path"));
      List<Scenario> then =
          given.containsKey("then") ? read(name + "then", given.get("then")) : List.of();
      scenarios.add(new Scenario(name + target, given, then));
    }
    return scenarios;
  }

  /** Number of requests that it makes. */
  int requests() {
    return 1 + then.stream().mapToInt(Scenario::requests).sum();
  }

  String target(String token) {
    Object path = given.get("path");
    String target = path == null ? "/api/v2" + given.get("get") : String.valueOf(path);
    return target.replace("${token}", token);
  }

  boolean has(String key) {
    return given.containsKey(key);
  }

  String text(String key, String otherwise) {
    return String.valueOf(given.getOrDefault(key, otherwise));
  }

  List<?> list(String key) {
    Object value = given.getOrDefault(key, List.of());
    return value instanceof List<?> list ? list : List.of(value);
  }

  Map<?, ?> map(String key) {
    return (Map<?, ?>) given.getOrDefault(key, Map.of());
  }
}
