package org.studyatlas.schema;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One generation of the index: a folder that is written once and never changed after it was
 * published.
 *
 * @param path the folder; its name is the generation's name, e.g. {@code 2026-08-14-1}
 */
public record Generation(Path path) {

  /** The generation's name: date of the data and a running number. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Folder of the Lucene index. */
  public Path lucene() {
    return path.resolve("lucene");
  }

  /** Folder of the index of names: places, and words to suggest. */
  public Path names() {
    return path.resolve("names");
  }

  /** File of the record store: the studies' deflated JSON. */
  public Path records() {
    return path.resolve("records.bin");
  }

  /** File that says what the generation holds; see {@link IndexManifest}. */
  public Path manifestFile() {
    return path.resolve("manifest.json");
  }

  /** File with the build's report. */
  public Path report() {
    return path.resolve("report.json");
  }

  /** File with the statistics of all values. */
  public Path stats() {
    return path.resolve("stats.json");
  }

  /**
   * Reads the manifest.
   *
   * @throws IncompatibleIndexException if this program cannot read the generation's format
   * @throws IOException if it is missing or damaged
   */
  public IndexManifest manifest() throws IOException {
    return IndexManifest.read(manifestFile());
  }
}
