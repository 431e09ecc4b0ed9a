package org.studyatlas.http.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.studyatlas.api.ShownDefinitions;
import org.studyatlas.fields.Field;
import org.studyatlas.http.BodyTypes;
import org.studyatlas.render.CsvFormat;
import org.studyatlas.render.FieldSelection;
import org.studyatlas.render.InvalidFieldsException;
import org.studyatlas.render.MarkupFormat;
import org.studyatlas.render.PieceTable;
import org.studyatlas.render.RisFormat;
import org.studyatlas.render.StudyProjection;
import org.studyatlas.schema.RecordText;
import org.studyatlas.study.NctId;

/** How studies are exported: {@code format} and {@code fields}. */
sealed interface ExportFormat {

  /** One study a line, and a last line that tells the end. */
  record Lines(StudyProjection projection) implements ExportFormat {}

  /** One JSON document. */
  record Json(StudyProjection projection) implements ExportFormat {}

  /** The registry's table. */
  record Csv(CsvFormat columns) implements ExportFormat {}

  /** A table of fields. */
  record Table(PieceTable columns) implements ExportFormat {}

  /** Records for reference managers. */
  record Ris(RisFormat tags) implements ExportFormat {}

  /** NCT ids, one a line. */
  record Ids() implements ExportFormat {}

  /**
   * Reads the parameters.
   *
   * @param searched what {@code fields=@query} stands for
   */
  static ExportFormat read(NativeParameters given, Collection<Field> searched) {
    String name = given.word(ShownDefinitions.EXPORT_FORMAT);
    Optional<String> fields = given.find(ShownDefinitions.EXPORT_FIELDS);
    try {
      return switch (name) {
        case "json" -> new Json(projection(fields, searched));
        case "csv" -> table(fields);
        case "ris" ->
            new Ris(fields.isEmpty() ? RisFormat.allTags() : RisFormat.parse(fields.get()));
        case "ids" -> ids(fields);
        default -> new Lines(projection(fields, searched));
      };
    } catch (InvalidFieldsException e) {
      throw NativeParameters.refused(
          "invalid-fields", "fields", fields.orElse(null), String.valueOf(e.getMessage()));
    }
  }

  private static StudyProjection projection(Optional<String> fields, Collection<Field> searched)
      throws InvalidFieldsException {
    FieldSelection selection =
        fields.isEmpty()
            ? FieldSelection.everything()
            : FieldSelection.parse(fields.get(), searched);
    return StudyProjection.of(selection, MarkupFormat.MARKDOWN);
  }

  /** Titles of the registry's columns or else names of fields; a mix of both is neither. */
  private static ExportFormat table(Optional<String> fields) throws InvalidFieldsException {
    if (fields.isEmpty()) {
      return new Csv(CsvFormat.allColumns());
    }
    try {
      return new Csv(CsvFormat.parse(fields.get()));
    } catch (InvalidFieldsException asTitles) {
      return table(fields.get(), asTitles);
    }
  }

  private static ExportFormat table(String fields, InvalidFieldsException asTitles)
      throws InvalidFieldsException {
    try {
      return new Table(PieceTable.parse(fields));
    } catch (InvalidFieldsException asNames) {
      boolean same = Objects.equals(asNames.getMessage(), asTitles.getMessage());
      throw same ? asNames : InvalidFieldsException.mixedColumns(asTitles, asNames);
    }
  }

  private static ExportFormat ids(Optional<String> fields) {
    if (fields.isPresent()) {
      throw NativeParameters.refused(
          "conflicting-parameters", "fields", fields.get(), "format=ids has no fields");
    }
    return new Ids();
  }

  /** What the answer's {@code Content-Type} says. */
  default MediaType type() {
    return switch (this) {
      case Lines lines -> BodyTypes.NDJSON;
      case Json json -> MediaType.APPLICATION_JSON_TYPE;
      case Csv csv -> BodyTypes.CSV;
      case Table table -> BodyTypes.CSV;
      case Ris ris -> BodyTypes.RIS;
      case Ids ids -> BodyTypes.TEXT;
    };
  }

  /** Ending of the file's name. */
  default String suffix() {
    return switch (this) {
      case Lines lines -> "ndjson";
      case Json json -> "json";
      case Csv csv -> "csv";
      case Table table -> "csv";
      case Ris ris -> "ris";
      case Ids ids -> "txt";
    };
  }

  /** Whether it needs the records, and not just the ids. */
  default boolean needsRecords() {
    return !(this instanceof Ids);
  }

  /** Writes what stands before the first study. */
  default void begin(StreamEnds ends, OutputStream out) throws IOException {
    switch (this) {
      case Csv csv -> csv.columns().writeHeader(out);
      case Table table -> table.columns().writeHeader(out);
      case Json json -> {
        write("{\"studyatlas\":", out);
        out.write(ends.head());
        write(",\"studies\":[\n", out);
      }
      case Lines lines -> {}
      case Ris ris -> {}
      case Ids ids -> {}
    }
  }

  /**
   * Writes a study.
   *
   * @param record its JSON, or nothing if {@link #needsRecords} says so
   */
  default void write(NctId id, RecordText record, boolean first, OutputStream out)
      throws IOException {
    switch (this) {
      case Lines lines -> {
        lines.projection().writeLine(record, out);
        out.write('\n');
      }
      case Json json -> {
        write(first ? "" : ",\n", out);
        json.projection().writeLine(record, out);
      }
      case Csv csv -> csv.columns().writeRow(record.all(), out);
      case Table table -> table.columns().writeRow(record.all(), out);
      case Ris ris -> ris.tags().write(record.all(), out);
      case Ids ids -> write(id + "\n", out);
    }
  }

  /** Writes what stands behind the last study. */
  default void end(StreamEnds ends, OutputStream out) throws IOException {
    switch (this) {
      case Lines lines -> {
        write("{\"studyatlas\":", out);
        out.write(ends.tail());
        write("}\n", out);
      }
      case Json json -> write("\n],\"complete\":true}\n", out);
      case Csv csv -> {}
      case Table table -> {}
      case Ris ris -> {}
      case Ids ids -> {}
    }
  }

  private static void write(String ascii, OutputStream out) throws IOException {
    out.write(ascii.getBytes(US_ASCII));
  }
}
