package org.studyatlas.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IncompatibleIndexException;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.schema.IndexManifest;

/**
 * What {@code info} tells.
 *
 * @param directory the index directory
 * @param inService name of the generation in service
 * @param manifest of the generation in service
 * @param generations all of them, oldest first
 */
record IndexInfo(
    Path directory, String inService, IndexManifest manifest, List<Sizes> generations) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Whether this program can read a generation. */
  enum State {
    READABLE("readable", ""),
    OTHER_FORMAT("other-format", "  of another index format"),
    DAMAGED("damaged", "  its manifest is damaged");

    private final String code;
    private final String note;

    State(String code, String note) {
      this.code = code;
      this.note = note;
    }

    static State of(Generation generation) {
      try {
        generation.manifest();
        return READABLE;
      } catch (IncompatibleIndexException e) {
        return OTHER_FORMAT;
      } catch (IOException e) {
        return DAMAGED;
      }
    }
  }

  /**
   * What a generation takes on disk. Files that it has not, as one of another format, take nothing.
   *
   * @param name of the generation
   * @param state whether it can be read
   * @param luceneBytes of its Lucene index
   * @param recordBytes of its record store
   * @param namesBytes of its index of names
   * @param statsBytes of its statistics
   */
  record Sizes(
      String name,
      State state,
      long luceneBytes,
      long recordBytes,
      long namesBytes,
      long statsBytes) {

    static Sizes of(Generation generation) throws IOException {
      return new Sizes(
          generation.name(),
          State.of(generation),
          folder(generation.lucene()),
          file(generation.records()),
          folder(generation.names()),
          file(generation.stats()));
    }

    private static long file(Path path) throws IOException {
      return Files.exists(path) ? Files.size(path) : 0;
    }

    private static long folder(Path path) throws IOException {
      if (!Files.isDirectory(path)) {
        return 0;
      }
      long bytes = 0;
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.toList()) {
          bytes += Files.size(file);
        }
      }
      return bytes;
    }

    long bytes() {
      return luceneBytes + recordBytes + namesBytes + statsBytes;
    }
  }

  static IndexInfo read(IndexDirectory index, Generation inService) throws IOException {
    List<Sizes> generations = new ArrayList<>();
    for (Generation generation : index.listGenerations()) {
      generations.add(Sizes.of(generation));
    }
    return new IndexInfo(index.path(), inService.name(), inService.manifest(), generations);
  }

  String toText() {
    IndexManifest.Source source = manifest.source();
    StringBuilder text = new StringBuilder();
    row(text, "index", directory.toString());
    row(text, "in service", inService);
    row(text, "data of", manifest.dataTimestamp() + " UTC");
    row(text, "built at", manifest.builtAt().truncatedTo(ChronoUnit.SECONDS).toString());
    row(text, "built by", builder());
    rows(text, manifest.counts());
    row(text, "source", source.name() + sourceSize(source));
    row(text, "sha-256", source.sha256().isEmpty() ? "unknown" : source.sha256());
    row(text, "digest", manifest.digest());
    for (Sizes sizes : generations) {
      row(text, "generation", line(sizes));
    }
    return text.toString();
  }

  private String builder() {
    return "studyatlas %s, index format %d, Lucene %s"
        .formatted(manifest.builderVersion(), manifest.formatVersion(), manifest.luceneVersion());
  }

  private static void rows(StringBuilder text, IndexManifest.Counts counts) {
    String records =
        "%s read = %s indexed + %s rejected + %s duplicates"
            .formatted(
                Figures.count(counts.read()),
                Figures.count(counts.indexed()),
                Figures.count(counts.rejected()),
                Figures.count(counts.duplicates()));
    row(text, "records", records);
    String share = Figures.percent(counts.sitesWithPoint(), counts.sites());
    row(text, "sites", Figures.count(counts.sites()) + ", " + share + " with coordinates");
  }

  private static String sourceSize(IndexManifest.Source source) {
    return source.bytes() < 0 ? "" : " (" + Figures.count(source.bytes()) + " bytes)";
  }

  private String line(Sizes sizes) {
    return "%s  %s (lucene %s, records %s, names %s, statistics %s)%s%s"
        .formatted(
            sizes.name(),
            Figures.bytes(sizes.bytes()),
            Figures.bytes(sizes.luceneBytes()),
            Figures.bytes(sizes.recordBytes()),
            Figures.bytes(sizes.namesBytes()),
            Figures.bytes(sizes.statsBytes()),
            sizes.name().equals(inService) ? "  in service" : "",
            sizes.state().note);
  }

  private static void row(StringBuilder text, String label, String value) {
    text.append("%-11s %s%n".formatted(label, value));
  }

  String toJson() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("directory", directory.toString());
      json.writeStringField("inService", inService);
      json.writeFieldName("manifest");
      copy(manifest.toJson(), json);
      json.writeArrayFieldStart("generations");
      for (Sizes sizes : generations) {
        json.writeStartObject();
        json.writeStringField("name", sizes.name());
        json.writeStringField("state", sizes.state().code);
        json.writeNumberField("luceneBytes", sizes.luceneBytes());
        json.writeNumberField("recordBytes", sizes.recordBytes());
        json.writeNumberField("namesBytes", sizes.namesBytes());
        json.writeNumberField("statsBytes", sizes.statsBytes());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private static void copy(String object, JsonGenerator to) throws IOException {
    try (JsonParser parser = JSON.createParser(object)) {
      parser.nextToken();
      to.copyCurrentStructure(parser);
    }
  }
}
