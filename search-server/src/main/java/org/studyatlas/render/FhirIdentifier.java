package org.studyatlas.render;

import java.io.IOException;

/**
 * A FHIR Identifier.
 *
 * @param use {@code official} or {@code secondary}
 * @param system namespace of the value, or empty
 * @param type what kind of number it is, or empty
 */
record FhirIdentifier(String use, String system, String value, String type) {

  /** From the registry's struct of a sponsor's number or another registry's. */
  static FhirIdentifier secondary(Part info) {
    String type = FhirConcept.label("SecondaryIdType", info.text("type"));
    return new FhirIdentifier("secondary", "", info.text("id"), type);
  }

  void write(FhirJson json) throws IOException {
    json.text("use", use);
    json.concept("type", FhirConcept.of(type));
    json.text("system", system);
    json.text("value", value);
  }
}
