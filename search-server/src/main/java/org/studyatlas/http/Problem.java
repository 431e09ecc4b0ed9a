package org.studyatlas.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error that is told to the client. Nothing internal goes into it.
 *
 * @param status of the answer
 * @param code stable name of the kind of error, e.g. {@code unknown-parameter}
 * @param parameter the parameter at fault, or null
 * @param value the value at fault, its beginning if it is long, or null
 * @param detail one line: what is wrong and what to do; on the drop-in face the whole body
 * @param allowed what would be accepted instead, or empty
 * @param position where in the value the fault is, in characters from 0, or null if it is all of it
 */
public record Problem(
    HttpStatus status,
    String code,
    @Nullable String parameter,
    @Nullable String value,
    String detail,
    List<String> allowed,
    @Nullable Integer position) {

  private static final JsonFactory JSON = new JsonFactory();

  private static final int MOST_CHARS = 200;
  private static final int MOST_DETAIL_CHARS = 2_000;

  /** Copies the list and shortens the value. */
  public Problem {
    value = value == null ? null : shortened(value);
    allowed = List.copyOf(allowed);
  }

  /** What is told of a text that the client sent: all of it, or its beginning if it is long. */
  public static String shortened(String text) {
    return shortened(text, MOST_CHARS);
  }

  private static String shortened(String text, int chars) {
    return text.length() > chars ? text.substring(0, chars) + "…" : text;
  }

  /** An error that no parameter is at fault for; its code is the status's reason. */
  public static Problem of(HttpStatus status, String detail) {
    String code = status.getReason().toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Problem(status, code, null, null, detail, List.of(), null);
  }

  /** A parameter that the endpoint takes has a value that it does not (400). */
  public static Problem badParameter(
      String code, String parameter, @Nullable String value, String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, code, parameter, value, detail, List.of(), null);
  }

  /** The same, saying what would be accepted. */
  public Problem allowing(List<String> accepted) {
    return new Problem(status, code, parameter, value, detail, accepted, position);
  }

  /** The same, saying where in the value. */
  public Problem at(int offendingCharacter) {
    return new Problem(status, code, parameter, value, detail, allowed, offendingCharacter);
  }

  /** The body of {@code application/problem+json} (RFC 9457); absent members are left out. */
  byte[] toJson() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "urn:studyatlas:problem:" + code);
      json.writeStringField("title", status.getReason());
      json.writeNumberField("status", status.getCode());
      json.writeStringField("code", code);
      writeIfPresent(json, "parameter", parameter == null ? null : shortened(parameter));
      writeIfPresent(json, "value", value);
      if (position != null) {
        json.writeNumberField("position", position);
      }
      json.writeStringField("detail", shortened(detail, MOST_DETAIL_CHARS));
      if (!allowed.isEmpty()) {
        json.writeArrayFieldStart("allowed");
        for (String name : allowed) {
          json.writeString(name);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
    }
    return out.toByteArray();
  }

  private static void writeIfPresent(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
