package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.studyatlas.search.OpenGeneration;

/** Writes what makes an answer repeatable: the data it came from and the request in normal form. */
final class ReceiptJson {

  /** As the registry writes it: UTC, without a zone. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private ReceiptJson() {}

  /** Begins the receipt with the data; the caller adds the rest and ends the object. */
  static void begin(JsonGenerator json, OpenGeneration generation) throws IOException {
    json.writeObjectFieldStart("receipt");
    json.writeStringField("dataTimestamp", TIMESTAMP.format(generation.dataTimestamp()));
    json.writeStringField("generation", generation.name());
    json.writeStringField("digest", generation.digest());
  }

  /** Writes the parameters in normal form. */
  static void writeSearch(JsonGenerator json, Map<String, String> normal) throws IOException {
    json.writeObjectFieldStart("search");
    for (Map.Entry<String, String> parameter : normal.entrySet()) {
      json.writeStringField(parameter.getKey(), parameter.getValue());
    }
    json.writeEndObject();
  }
}
