package org.studyatlas.http.ctgov;

import io.micronaut.http.MediaType;
import java.util.Optional;
import org.studyatlas.http.BodyTypes;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.render.InvalidFieldsException;
import org.studyatlas.render.MarkupFormat;

/** The parameters that say how studies are written, of one study as of a list. */
final class BodyParameters {

  /** Tables are UTF-8, which a reader of text would not guess. */
  static final MediaType CSV = BodyTypes.CSV;

  static final MediaType ZIP = MediaType.of("application/zip");
  static final MediaType FHIR = MediaType.of("application/fhir+json");
  static final MediaType RIS = BodyTypes.RIS;

  private BodyParameters() {}

  /** What is wanted of each study, or empty if nothing is said about it. */
  static Optional<String> fields(RequestParameters given) {
    return given.find("fields").filter(text -> !text.isBlank());
  }

  /** How markup is written; markdown if nothing is said. */
  static MarkupFormat markup(RequestParameters given) {
    String name = given.find("markupFormat").filter(text -> !text.isEmpty()).orElse("markdown");
    return MarkupFormat.find(name).orElseThrow(() -> badValue("markupFormat", name));
  }

  /** A parameter that is {@code true} or {@code false}; false if nothing is said. */
  static boolean flag(RequestParameters given, String name) {
    return switch (given.find(name).orElse("false")) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw refused(name, "Parameter `" + name + "` has incorrect format");
    };
  }

  /** The registry's words where a constant is none. */
  static RefusedRequestException badValue(String parameter, String value) {
    return refused(parameter, "Invalid value in parameter `" + parameter + "`: `" + value + "`");
  }

  static RefusedRequestException badFields(InvalidFieldsException reason) {
    return refused("fields", String.valueOf(reason.getMessage()));
  }

  /** Refuses a request because of one parameter, in those words. */
  static RefusedRequestException refused(String parameter, String words) {
    return new RefusedRequestException(
        Problem.badParameter("bad-parameter", parameter, null, words));
  }
}
