package org.studyatlas.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record under construction: minified UTF-8 JSON in memory. What is null, empty or absent is not
 * written, as in the registry.
 */
final class StudyJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int USUAL_BYTES = 16_384;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
  private final JsonGenerator generator;

  /** Starts a record. */
  StudyJson() {
    try {
      generator = FACTORY.createGenerator(bytes);
      generator.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts an object of that name. */
  StudyJson object(String name) {
    try {
      generator.writeObjectFieldStart(name);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts an object within an array. */
  StudyJson object() {
    try {
      generator.writeStartObject();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts an array of that name. */
  StudyJson array(String name) {
    try {
      generator.writeArrayFieldStart(name);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the innermost object or array. */
  StudyJson end() {
    try {
      if (generator.getOutputContext().inArray()) {
        generator.writeEndArray();
      } else {
        generator.writeEndObject();
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a text, unless it is null or empty. */
  StudyJson text(String name, @Nullable Object value) {
    String text = value == null ? "" : value.toString();
    try {
      if (!text.isEmpty()) {
        generator.writeStringField(name, text);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an array of texts, unless there are none. */
  StudyJson texts(String name, List<String> values) {
    try {
      if (!values.isEmpty()) {
        generator.writeArrayFieldStart(name);
        for (String value : values) {
          generator.writeString(value);
        }
        generator.writeEndArray();
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a whole number. */
  StudyJson number(String name, long value) {
    try {
      generator.writeNumberField(name, value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a number in the notation given. */
  StudyJson decimal(String name, String value) {
    try {
      generator.writeFieldName(name);
      generator.writeNumber(value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes true or false. */
  StudyJson flag(String name, boolean value) {
    try {
      generator.writeBooleanField(name, value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many bytes the record has so far, give or take a buffer. */
  int size() {
    return bytes.size() + generator.getOutputBuffered();
  }

  /** Ends the record and returns its bytes. */
  byte[] finish() {
    try {
      generator.writeEndObject();
      generator.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
