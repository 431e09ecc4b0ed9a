package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.SearchArea;

/** Writes the search areas; they all belong to the registry's only document, the study. */
final class SearchAreaWriter {

  private static final String DOCUMENT = "Study";

  private final FieldCatalogue catalogue;
  private final JsonGenerator json;
  private final Set<String> enumNames;

  SearchAreaWriter(FieldCatalogue catalogue, JsonGenerator json) {
    this.catalogue = catalogue;
    this.json = json;
    enumNames = catalogue.enums().stream().map(EnumType::name).collect(Collectors.toSet());
  }

  void write() throws IOException {
    json.writeStartArray();
    json.writeStartObject();
    json.writeStringField("name", DOCUMENT);
    json.writeArrayFieldStart("areas");
    for (SearchArea area : catalogue.areas()) {
      writeArea(area);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeArea(SearchArea area) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", area.name());
    String label = area.label();
    if (label != null) {
      json.writeStringField("uiLabel", label);
    }
    String param = area.param();
    if (param != null) {
      json.writeStringField("param", param);
    }
    json.writeArrayFieldStart("parts");
    for (SearchArea.Part part : area.parts()) {
      writePart(part);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writePart(SearchArea.Part part) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("pieces");
    for (String piece : part.pieces()) {
      json.writeString(piece);
    }
    json.writeEndArray();
    json.writeStringField("type", part.type());
    json.writeBooleanField("isEnum", enumNames.contains(part.type()));
    json.writeBooleanField("isSynonyms", part.synonyms());
    writeWeight(part.weight());
    json.writeEndObject();
  }

  /** A whole number has no fraction in the registry's answer. */
  private void writeWeight(double weight) throws IOException {
    if (weight == Math.rint(weight)) {
      json.writeNumberField("weight", (long) weight);
    } else {
      json.writeNumberField("weight", weight);
    }
  }
}
