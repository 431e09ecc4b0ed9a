package org.studyatlas.api;

import java.util.List;

/**
 * An endpoint of the native face.
 *
 * @param path with the names of its variable parts in braces
 * @param takesPost whether the parameters may be posted as a JSON object, too
 * @param summary a few words
 * @param parameters in the order of the documentation, those of the path first
 * @param answers what a good request is answered with, the one by default first
 * @param examples queries that work on every index, as they stand in an address
 */
public record Endpoint(
    String path,
    boolean takesPost,
    String summary,
    List<Parameter> parameters,
    List<Answer> answers,
    List<String> examples) {

  /** Copies the lists. */
  public Endpoint {
    parameters = List.copyOf(parameters);
    answers = List.copyOf(answers);
    examples = List.copyOf(examples);
  }

  /**
   * A kind of answer.
   *
   * @param type of the content, without its charset
   * @param schema name of its schema; for lines that of one of them; empty if it is no JSON
   * @param description what it is
   * @param stream whether all of a result is sent, told by headers
   */
  public record Answer(String type, String schema, String description, boolean stream) {

    /** Whether it is one JSON value a line. */
    boolean isLines() {
      return type.equals("application/x-ndjson");
    }
  }

  /** Whether the parameter is a part of the path. */
  public boolean isInPath(Parameter parameter) {
    return path.contains("{" + parameter.name() + "}");
  }

  /** Names of the parameters that stand in the query or body. */
  public List<String> names() {
    return parameters.stream().filter(p -> !isInPath(p)).map(Parameter::name).toList();
  }
}
