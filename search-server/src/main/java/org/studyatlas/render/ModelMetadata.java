package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import org.studyatlas.fields.FieldCatalogue;

/**
 * Writes the field model itself: the bodies of {@code /studies/metadata}, {@code
 * /studies/search-areas} and {@code /studies/enums}.
 *
 * <p>Pretty-printed like the registry's enumerations, which are known byte for byte. The registry's
 * prose is not part of the catalogue: a field has no {@code description}, no {@code rules} and no
 * {@code dedLink} here.
 */
public final class ModelMetadata {

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private ModelMetadata() {}

  /**
   * Writes the tree of all fields.
   *
   * @param includeIndexedOnly whether fields are among them that no record holds
   * @throws IOException if the stream fails
   */
  public static void writeFields(boolean includeIndexedOnly, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      new FieldTreeWriter(FieldCatalogue.standard(), includeIndexedOnly, json).write();
    }
  }

  /**
   * Writes the search areas with their weighted pieces.
   *
   * @throws IOException if the stream fails
   */
  public static void writeSearchAreas(OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      new SearchAreaWriter(FieldCatalogue.standard(), json).write();
    }
  }

  /**
   * Writes the enumerations with their values' former labels.
   *
   * @throws IOException if the stream fails
   */
  public static void writeEnums(OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      new EnumWriter(FieldCatalogue.standard(), json).write();
    }
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out).setPrettyPrinter(PRETTY.createInstance());
  }
}
