package org.studyatlas.http.ctgov;

import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.render.CsvFormat;
import org.studyatlas.render.FhirFormat;
import org.studyatlas.render.FieldSelection;
import org.studyatlas.render.InvalidFieldsException;
import org.studyatlas.render.MarkupFormat;
import org.studyatlas.render.RisFormat;
import org.studyatlas.render.StudyProjection;
import org.studyatlas.render.StudyZip;
import org.studyatlas.schema.RecordText;
import org.studyatlas.study.NctId;

/** How a single study is written: {@code format}, {@code markupFormat} and {@code fields}. */
sealed interface StudyFormat {

  /** The record as it is stored. */
  record Stored() implements StudyFormat {}

  /** A part of the record, or other markup. */
  record Json(StudyProjection projection) implements StudyFormat {}

  /** A zip with the JSON in it. */
  record Zip(StudyProjection projection) implements StudyFormat {}

  /** A table of one row. */
  record Csv(CsvFormat columns) implements StudyFormat {}

  /** A record for reference managers. */
  record Ris(RisFormat tags) implements StudyFormat {}

  /** A ResearchStudy of FHIR. */
  record Fhir() implements StudyFormat {}

  /**
   * Reads the parameters.
   *
   * @throws org.studyatlas.http.RefusedRequestException if a value is not allowed
   */
  static StudyFormat of(RequestParameters given) {
    String format = given.find("format").filter(text -> !text.isEmpty()).orElse("json");
    Optional<String> fields = BodyParameters.fields(given);
    MarkupFormat markup = BodyParameters.markup(given);
    try {
      return switch (format) {
        case "json" ->
            fields.isEmpty() && markup == MarkupFormat.MARKDOWN
                ? new Stored()
                : new Json(projection(fields, markup));
        // The registry's OpenAPI file: the markup can be chosen for plain JSON only.
        case "json.zip" -> new Zip(projection(fields, MarkupFormat.MARKDOWN));
        case "csv" ->
            new Csv(fields.isEmpty() ? CsvFormat.allColumns() : CsvFormat.parse(fields.get()));
        case "ris" ->
            new Ris(fields.isEmpty() ? RisFormat.allTags() : RisFormat.parse(fields.get()));
        case "fhir.json" -> fhir(fields);
        default -> throw BodyParameters.badValue("format", format);
      };
    } catch (InvalidFieldsException e) {
      throw BodyParameters.badFields(e);
    }
  }

  /** As the registry's OpenAPI file says, there are no fields to choose. */
  private static StudyFormat fhir(Optional<String> fields) {
    if (fields.isPresent()) {
      throw BodyParameters.refused(
          "fields", "Parameter `fields` must not be given with format `fhir.json`");
    }
    return new Fhir();
  }

  private static StudyProjection projection(Optional<String> fields, MarkupFormat markup)
      throws InvalidFieldsException {
    return StudyProjection.of(
        fields.isEmpty() ? FieldSelection.everything() : FieldSelection.parse(fields.get()),
        markup);
  }

  /** What the answer's {@code Content-Type} says. */
  default MediaType type() {
    return switch (this) {
      case Stored stored -> MediaType.APPLICATION_JSON_TYPE;
      case Json json -> MediaType.APPLICATION_JSON_TYPE;
      case Zip zip -> BodyParameters.ZIP;
      case Csv csv -> BodyParameters.CSV;
      case Ris ris -> BodyParameters.RIS;
      case Fhir fhir -> BodyParameters.FHIR;
    };
  }

  /** The body for that study. */
  default byte[] write(NctId id, byte[] study) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(study.length / 2 + 256);
    switch (this) {
      case Stored stored -> out.write(study);
      case Json json -> json.projection().write(RecordText.of(study), out);
      case Zip zip -> StudyZip.write(id, study, zip.projection(), out);
      case Csv csv -> {
        csv.columns().writeHeader(out);
        csv.columns().writeRow(study, out);
      }
      case Ris ris -> ris.tags().write(study, out);
      case Fhir fhir -> FhirFormat.write(study, out);
    }
    return out.toByteArray();
  }
}
