package org.studyatlas.mapping;

/**
 * A value that could not be indexed as its field demands. The record itself is indexed and served.
 *
 * @param code why
 * @param path JSON path, e.g. {@code $.protocolSection.statusModule.startDateStruct.date}
 * @param value what was found, shortened
 */
public record FieldProblem(ProblemCode code, String path, String value) {

  private static final int MAX_VALUE_CHARS = 80;

  /** Shortens the value. */
  public FieldProblem {
    if (value.length() > MAX_VALUE_CHARS) {
      value = value.substring(0, MAX_VALUE_CHARS) + "…";
    }
  }
}
