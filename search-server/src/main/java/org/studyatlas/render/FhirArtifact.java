package org.studyatlas.render;

import java.io.IOException;

/**
 * A FHIR RelatedArtifact: either a link or a citation.
 *
 * @param type {@code documentation} or {@code citation}
 */
record FhirArtifact(String type, String display, String citation, String url) {

  static FhirArtifact link(String label, String url) {
    return new FhirArtifact("documentation", label, "", url.strip());
  }

  static FhirArtifact citation(String citation) {
    return new FhirArtifact("citation", "", citation, "");
  }

  /** Whether it tells anything; an address with white space in it is none in FHIR. */
  boolean isUsable() {
    boolean address = !url.isEmpty() && url.chars().noneMatch(Character::isWhitespace);
    return address || (url.isEmpty() && !citation.isBlank());
  }

  void write(FhirJson json) throws IOException {
    json.text("type", type);
    json.text("display", display);
    json.text("citation", citation);
    json.text("url", url);
  }
}
