package org.studyatlas.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * What a generation holds and where it came from: {@code manifest.json}.
 *
 * @param formatVersion see {@link FormatVersion}
 * @param builderVersion version of the index-builder that wrote it
 * @param luceneVersion version of Lucene that wrote it
 * @param dataTimestamp of the registry's data, UTC
 * @param builtAt when the build finished
 * @param counts of records and documents
 * @param source what was read
 * @param recordsBytes size of the record store, so that one that is not copied whole is noticed; or
 *     {@link #UNKNOWN} in generations of earlier builders
 * @param digest SHA-256 over the sorted (id, CRC-32) pairs of the indexed records: equal digests
 *     mean equal content
 */
public record IndexManifest(
    int formatVersion,
    String builderVersion,
    String luceneVersion,
    LocalDateTime dataTimestamp,
    Instant builtAt,
    Counts counts,
    Source source,
    long recordsBytes,
    String digest) {

  /** For a size that is not known. */
  public static final long UNKNOWN = -1;

  /**
   * Counts of a build; {@code read = indexed + rejected + duplicates}.
   *
   * @param read records in the source
   * @param indexed studies in the index
   * @param rejected records that could not be indexed
   * @param duplicates records of which a newer one with the same id was indexed
   * @param sites in the index
   * @param sitesWithPoint sites that have coordinates
   */
  public record Counts(
      long read, long indexed, long rejected, long duplicates, long sites, long sitesWithPoint) {}

  /**
   * What was read.
   *
   * @param name file names, without folders
   * @param bytes its size, or {@link #UNKNOWN}
   * @param sha256 its digest in hexadecimal, or empty if not known
   */
  public record Source(String name, long bytes, String sha256) {}

  private static final JsonFactory JSON = new JsonFactory();

  /** The manifest as JSON, one key a line. */
  public String toJson() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("formatVersion", formatVersion);
      json.writeStringField("builderVersion", builderVersion);
      json.writeStringField("luceneVersion", luceneVersion);
      json.writeStringField("dataTimestamp", dataTimestamp.toString());
      json.writeStringField("builtAt", builtAt.toString());
      json.writeNumberField("read", counts.read);
      json.writeNumberField("indexed", counts.indexed);
      json.writeNumberField("rejected", counts.rejected);
      json.writeNumberField("duplicates", counts.duplicates);
      json.writeNumberField("sites", counts.sites);
      json.writeNumberField("sitesWithPoint", counts.sitesWithPoint);
      json.writeStringField("sourceName", source.name);
      json.writeNumberField("sourceBytes", source.bytes);
      json.writeStringField("sourceSha256", source.sha256);
      json.writeNumberField("recordsBytes", recordsBytes);
      json.writeStringField("digest", digest);
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  /**
   * Reads a manifest file. The format version is checked before anything else is understood, so
   * that another format gives the right advice.
   *
   * @throws IncompatibleIndexException if this program cannot read that format
   * @throws IOException if the file is missing or damaged
   */
  public static IndexManifest read(Path file) throws IOException {
    FlatJson json = FlatJson.read("manifest", file);
    FormatVersion.require(
        (int) json.number("formatVersion"),
        "generation " + String.valueOf(file.toAbsolutePath().getParent()));
    return new IndexManifest(
        FormatVersion.CURRENT,
        json.text("builderVersion"),
        json.text("luceneVersion"),
        json.time("dataTimestamp"),
        json.instant("builtAt"),
        counts(json),
        new Source(json.text("sourceName"), json.number("sourceBytes"), json.text("sourceSha256")),
        json.has("recordsBytes") ? json.number("recordsBytes") : UNKNOWN,
        json.text("digest"));
  }

  private static Counts counts(FlatJson json) throws IOException {
    return new Counts(
        json.number("read"),
        json.number("indexed"),
        json.number("rejected"),
        json.number("duplicates"),
        json.number("sites"),
        json.number("sitesWithPoint"));
  }
}
