package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Writes FHIR's JSON, in which nothing may be empty: what would be is left out. */
final class FhirJson {

  /** Not allowed in FHIR's strings. */
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

  private final JsonGenerator json;

  FhirJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the members of an object, at least one. */
  interface Members {
    void write() throws IOException;
  }

  /** Writes an element of an array. */
  interface Element<T> {
    void write(T item) throws IOException;
  }

  /** An object within an array, or the whole. */
  void object(Members members) throws IOException {
    json.writeStartObject();
    members.write();
    json.writeEndObject();
  }

  void object(String name, Members members) throws IOException {
    json.writeFieldName(name);
    object(members);
  }

  <T> void array(String name, List<T> items, Element<T> element) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (T item : items) {
      element.write(item);
    }
    json.writeEndArray();
  }

  void text(String name, String value) throws IOException {
    if (!value.isBlank()) {
      json.writeStringField(name, CONTROL.matcher(value).replaceAll(" "));
    }
  }

  void flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  void number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  void number(String name, double value) throws IOException {
    json.writeNumberField(name, value);
  }

  void concepts(String name, List<FhirConcept> concepts) throws IOException {
    List<FhirConcept> usable = concepts.stream().filter(c -> !c.text().isBlank()).toList();
    array(name, usable, this::concept);
  }

  void concept(String name, FhirConcept concept) throws IOException {
    if (!concept.text().isBlank()) {
      json.writeFieldName(name);
      concept(concept);
    }
  }

  private void concept(FhirConcept concept) throws IOException {
    object(
        () -> {
          array("coding", concept.codings(), this::coding);
          text("text", concept.text());
        });
  }

  private void coding(FhirConcept.Coding coding) throws IOException {
    object(
        () -> {
          text("system", coding.system());
          text("code", coding.code());
        });
  }

  /** A reference to a contained resource. */
  void reference(String id) throws IOException {
    object(() -> text("reference", "#" + id));
  }

  void reference(String name, String id) throws IOException {
    json.writeFieldName(name);
    reference(id);
  }
}
