package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;

/** Writes the enumerations, each with the pieces that it is the type of. */
final class EnumWriter {

  private final FieldCatalogue catalogue;
  private final JsonGenerator json;

  EnumWriter(FieldCatalogue catalogue, JsonGenerator json) {
    this.catalogue = catalogue;
    this.json = json;
  }

  void write() throws IOException {
    json.writeStartArray();
    for (EnumType type : catalogue.enums()) {
      writeType(type);
    }
    json.writeEndArray();
  }

  private void writeType(EnumType type) throws IOException {
    List<String> pieces =
        catalogue.fields().stream()
            .filter(field -> type.name().equals(field.enumType()))
            .map(Field::piece)
            .toList();
    json.writeStartObject();
    json.writeStringField("type", type.name());
    json.writeArrayFieldStart("values");
    for (EnumType.Value value : type.values()) {
      writeValue(value, pieces);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("pieces");
    for (String piece : pieces) {
      json.writeString(piece);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeValue(EnumType.Value value, List<String> pieces) throws IOException {
    Map<String, String> exceptions = value.exceptions();
    json.writeStartObject();
    json.writeStringField("value", value.constant());
    json.writeStringField("legacyValue", value.label());
    if (!exceptions.isEmpty()) {
      json.writeObjectFieldStart("exceptions");
      for (String piece : pieces) {
        String label = exceptions.get(piece);
        if (label != null) {
          json.writeStringField(piece, label);
        }
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
