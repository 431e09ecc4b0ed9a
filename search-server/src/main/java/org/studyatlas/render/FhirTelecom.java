package org.studyatlas.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR ContactPoint.
 *
 * @param system {@code phone} or {@code email}
 */
record FhirTelecom(String system, String value) {

  /** The telephone numbers and e-mail addresses of contacts, each once. */
  static List<FhirTelecom> of(List<StudySite.Contact> contacts) {
    List<FhirTelecom> telecoms = new ArrayList<>();
    for (StudySite.Contact contact : contacts) {
      String extension = contact.phoneExt() == null ? "" : " ext. " + contact.phoneExt();
      add(telecoms, "phone", contact.phone(), extension);
      add(telecoms, "email", contact.email(), "");
    }
    return telecoms.stream().distinct().toList();
  }

  private static void add(
      List<FhirTelecom> telecoms, String system, @Nullable String value, String extension) {
    if (value != null && !value.isBlank()) {
      telecoms.add(new FhirTelecom(system, value + extension));
    }
  }

  void write(FhirJson json) throws IOException {
    json.text("system", system);
    json.text("value", value);
  }
}
