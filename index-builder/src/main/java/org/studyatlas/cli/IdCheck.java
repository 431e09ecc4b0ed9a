package org.studyatlas.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.studyatlas.build.BuildReport;
import org.studyatlas.build.UsageException;
import org.studyatlas.schema.Generation;
import org.studyatlas.study.NctId;
import org.studyatlas.verify.IndexedStudies;

/** Tells for each of a list of NCT ids what became of it. */
final class IdCheck {

  private final Console console;
  private final boolean json;

  IdCheck(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  /** Prints one line an id: the id, what became of it, and why it was rejected. */
  void print(Generation generation, Path idFile) throws IOException {
    Map<NctId, String> rejected = BuildReport.readRejectedIds(generation.report());
    List<String> lines = lines(idFile);
    warnOfUnlisted(generation.manifest().counts().rejected(), rejected.size());
    try (IndexedStudies studies = IndexedStudies.open(generation)) {
      for (String line : lines) {
        print(fate(line, studies, rejected));
      }
    }
  }

  private void warnOfUnlisted(long all, int listed) {
    if (listed >= BuildReport.MAX_REJECTED_IDS && all > listed) {
      console
          .err()
          .println(
              "the build's report lists %s of %s rejected records; ids of the others are told as"
                      .formatted(Figures.count(listed), Figures.count(all))
                  + " not-in-index");
    }
  }

  private List<String> lines(Path file) throws IOException {
    return IdList.lines(
        bytes(file), file.toString().equals("-") ? "standard input" : file.toString());
  }

  private byte[] bytes(Path file) throws IOException {
    if (file.toString().equals("-")) {
      return console.in().readAllBytes();
    }
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder; give a file with one NCT id a line");
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UsageException("no such file: " + file + "; give a file with one NCT id a line", e);
    }
  }

  /**
   * What became of an id.
   *
   * @param id as given, or in its canonical form
   * @param status {@code indexed}, {@code rejected}, {@code not-in-index} or {@code not-an-id}
   * @param reason code of the rejection, or empty
   */
  private record Fate(String id, String status, String reason) {}

  private static Fate fate(String text, IndexedStudies studies, Map<NctId, String> rejected)
      throws IOException {
    Optional<NctId> id = NctId.find(text);
    if (id.isEmpty()) {
      return new Fate(text, "not-an-id", "");
    }
    if (studies.contains(id.get())) {
      return new Fate(id.get().toString(), "indexed", "");
    }
    String reason = rejected.get(id.get());
    return reason == null
        ? new Fate(id.get().toString(), "not-in-index", "")
        : new Fate(id.get().toString(), "rejected", reason);
  }

  private void print(Fate fate) throws IOException {
    if (!json) {
      String reason = fate.reason().isEmpty() ? "" : "\t" + fate.reason();
      console.out().println(fate.id() + "\t" + fate.status() + reason);
      return;
    }
    StringWriter line = new StringWriter();
    try (JsonGenerator object = new JsonFactory().createGenerator(line)) {
      object.writeStartObject();
      object.writeStringField("nctId", fate.id());
      object.writeStringField("status", fate.status());
      if (!fate.reason().isEmpty()) {
        object.writeStringField("reason", fate.reason());
      }
      object.writeEndObject();
    }
    console.out().println(line);
  }
}
