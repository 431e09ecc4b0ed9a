package org.studyatlas.render;

import java.util.List;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.FieldCatalogue;

/**
 * A FHIR CodeableConcept.
 *
 * @param text for people
 * @param codings for programs, possibly none
 */
record FhirConcept(String text, List<Coding> codings) {

  /** A code of a code system. */
  record Coding(String system, String code) {}

  /** A concept without a code. */
  static FhirConcept of(String text) {
    return new FhirConcept(text, List.of());
  }

  /** A concept with a code, or without one where the code is empty. */
  static FhirConcept of(String text, String system, String code) {
    return new FhirConcept(text, code.isEmpty() ? List.of() : List.of(new Coding(system, code)));
  }

  /** The label of an enumeration's constant; the text itself if it is none. */
  static String label(String enumType, String constant) {
    return FieldCatalogue.standard().getEnum(enumType).values().stream()
        .filter(value -> value.constant().equals(constant))
        .findFirst()
        .map(EnumType.Value::label)
        .orElse(constant);
  }
}
