package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.studyatlas.search.OpenGeneration;

/**
 * What stands around a stream, so that a broken transfer is noticed: the number of records before
 * the first of them, and that it was the last one behind it.
 *
 * @param unit what is counted, e.g. {@code studies}
 * @param count number of records
 * @param sitesWithoutPoint sites that the search cannot judge; empty if it asks for no place
 * @param receipt what makes the answer repeatable
 */
record StreamEnds(String unit, long count, OptionalLong sitesWithoutPoint, Receipt receipt) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Headers of the answer; the name of the file ends in the suffix. */
  Map<String, String> headers(String suffix) {
    OpenGeneration generation = receipt.generation();
    LocalDate date = generation.dataTimestamp().toLocalDate();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-total-count", Long.toString(count));
    sitesWithoutPoint.ifPresent(
        sites -> headers.put("x-studyatlas-sites-without-point", Long.toString(sites)));
    headers.put("x-studyatlas-generation", generation.name());
    headers.put("x-studyatlas-digest", generation.digest());
    headers.put(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"studyatlas-%s-%s.%s\"".formatted(unit, date, suffix));
    return headers;
  }

  /** The object that stands first in a JSON document. */
  byte[] head() throws IOException {
    return object(false);
  }

  /** The object that stands last in a stream of lines. */
  byte[] tail() throws IOException {
    return object(true);
  }

  private byte[] object(boolean complete) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      if (complete) {
        json.writeBooleanField("complete", true);
      }
      json.writeNumberField("count", count);
      JsonMembers.writeNumber(json, "sitesWithoutPoint", sitesWithoutPoint);
      receipt.write(json);
      json.writeEndObject();
    }
    return out.toByteArray();
  }
}
