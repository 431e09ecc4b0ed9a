package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;

/** Writes the fields as the tree that they form, keys in the registry's order. */
final class FieldTreeWriter {

  private final FieldCatalogue catalogue;
  private final boolean includeIndexedOnly;
  private final JsonGenerator json;

  FieldTreeWriter(FieldCatalogue catalogue, boolean includeIndexedOnly, JsonGenerator json) {
    this.catalogue = catalogue;
    this.includeIndexedOnly = includeIndexedOnly;
    this.json = json;
  }

  void write() throws IOException {
    writeNodes(children(""));
  }

  private List<Field> children(String path) {
    return catalogue.children(path).stream()
        .filter(field -> includeIndexedOnly || !field.indexedOnly())
        .toList();
  }

  private void writeNodes(List<Field> fields) throws IOException {
    json.writeStartArray();
    for (Field field : fields) {
      writeNode(field);
    }
    json.writeEndArray();
  }

  private void writeNode(Field field) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", field.name());
    json.writeStringField("piece", field.piece());
    if (!field.title().isEmpty()) {
      json.writeStringField("title", field.title());
    }
    writeFlag("nested", field.path().equals(Field.SITES_PATH));
    writeFlag("indexedOnly", field.indexedOnly());
    json.writeStringField("sourceType", sourceType(field));
    OptionalInt maxChars = field.findMaxChars();
    if (maxChars.isPresent()) {
      json.writeNumberField("maxChars", maxChars.getAsInt());
    }
    json.writeStringField("type", field.type());
    writeFlag("isEnum", field.findEnumType().isPresent());
    writeFlag("synonyms", field.synonyms());
    writeAltNames(field.altNames());
    List<Field> children = children(field.path());
    if (!children.isEmpty()) {
      json.writeFieldName("children");
      writeNodes(children);
    }
    json.writeEndObject();
  }

  /** The schema requires one also for index-only fields, for which the registry's is not known. */
  private static String sourceType(Field field) {
    if (!field.source().isEmpty()) {
      return field.source();
    }
    return field.kind() == FieldKind.INTEGER ? "NUMERIC" : "TEXT";
  }

  private void writeFlag(String name, boolean value) throws IOException {
    if (value) {
      json.writeBooleanField(name, true);
    }
  }

  private void writeAltNames(List<String> names) throws IOException {
    if (names.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("altPieceNames");
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
