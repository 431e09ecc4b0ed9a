package org.studyatlas.http.ctgov;

import io.micronaut.http.MediaType;
import java.util.Collection;
import java.util.Optional;
import org.studyatlas.fields.Field;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.render.CsvFormat;
import org.studyatlas.render.FieldSelection;
import org.studyatlas.render.InvalidFieldsException;
import org.studyatlas.render.StudyProjection;

/** How a page of studies is written: {@code format}, {@code markupFormat} and {@code fields}. */
sealed interface ListFormat {

  /** JSON, one study a line. */
  record Json(StudyProjection projection) implements ListFormat {}

  /** A table. */
  record Csv(CsvFormat columns) implements ListFormat {}

  /**
   * Reads the parameters.
   *
   * @param searched what {@code fields=@query} stands for
   * @throws org.studyatlas.http.RefusedRequestException if a value is not allowed
   */
  static ListFormat of(RequestParameters given, Collection<Field> searched) {
    String format = given.find("format").filter(text -> !text.isEmpty()).orElse("json");
    Optional<String> fields = BodyParameters.fields(given);
    return switch (format) {
      case "json" -> json(given, fields, searched);
      case "csv" -> csv(fields);
      default -> throw BodyParameters.badValue("format", format);
    };
  }

  private static ListFormat json(
      RequestParameters given, Optional<String> fields, Collection<Field> searched) {
    try {
      FieldSelection selection =
          fields.isEmpty()
              ? FieldSelection.everything()
              : FieldSelection.parse(fields.get(), searched);
      return new Json(StudyProjection.of(selection, BodyParameters.markup(given)));
    } catch (InvalidFieldsException e) {
      throw BodyParameters.badFields(e);
    }
  }

  private static ListFormat csv(Optional<String> columns) {
    try {
      return new Csv(columns.isEmpty() ? CsvFormat.allColumns() : CsvFormat.parse(columns.get()));
    } catch (InvalidFieldsException e) {
      throw BodyParameters.badFields(e);
    }
  }

  /** What the answer's {@code Content-Type} says. */
  default MediaType type() {
    return switch (this) {
      case Json json -> MediaType.APPLICATION_JSON_TYPE;
      case Csv csv -> BodyParameters.CSV;
    };
  }
}
