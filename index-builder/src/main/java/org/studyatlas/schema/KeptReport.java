package org.studyatlas.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * What a generation's {@code report.json} tells that its manifest tells too.
 *
 * @param dataTimestamp of the registry's data, UTC
 * @param source what was read
 * @param counts of records and documents
 */
public record KeptReport(
    LocalDateTime dataTimestamp, IndexManifest.Source source, IndexManifest.Counts counts) {

  /**
   * Reads a report.
   *
   * @throws IOException if the file is missing or damaged
   */
  public static KeptReport read(Path file) throws IOException {
    FlatJson json = FlatJson.read("report", file);
    return new KeptReport(
        json.time("dataTimestamp"),
        new IndexManifest.Source(
            json.text("source.name"), json.number("source.bytes"), json.text("source.sha256")),
        new IndexManifest.Counts(
            json.number("counts.read"),
            json.number("counts.indexed"),
            json.number("counts.rejected"),
            json.number("counts.duplicates"),
            json.number("counts.sites"),
            json.number("counts.sitesWithPoint")));
  }
}
