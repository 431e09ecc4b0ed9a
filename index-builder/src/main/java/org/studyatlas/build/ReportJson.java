package org.studyatlas.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.studyatlas.build.BuildReport.Example;
import org.studyatlas.build.BuildReport.PhaseTime;
import org.studyatlas.build.BuildReport.ProblemCount;
import org.studyatlas.build.BuildReport.Problems;
import org.studyatlas.build.BuildReport.Resources;
import org.studyatlas.build.BuildReport.UnknownField;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.schema.JsonFault;
import org.studyatlas.source.Ignored;
import org.studyatlas.study.NctId;

/** Writes {@code report.json}, and reads back what is asked for later. */
final class ReportJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String REJECTED_IDS = "rejectedIds";

  private final JsonGenerator json;

  private ReportJson(JsonGenerator json) {
    this.json = json;
  }

  static String write(BuildReport report) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      generator.useDefaultPrettyPrinter();
      new ReportJson(generator).report(report);
    }
    return out.append('\n').toString();
  }

  static SortedMap<NctId, String> readRejectedIds(Path file) throws IOException {
    try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
      return readRejectedIds(parser);
    } catch (JsonProcessingException | CharConversionException e) {
      throw JsonFault.damaged("report", file, e);
    }
  }

  private static SortedMap<NctId, String> readRejectedIds(JsonParser parser) throws IOException {
    SortedMap<NctId, String> ids = new TreeMap<>();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new JsonParseException(parser, "it is no JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(REJECTED_IDS)) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String code = parser.nextTextValue();
          NctId.find(parser.currentName()).ifPresent(id -> ids.put(id, String.valueOf(code)));
        }
      } else {
        parser.skipChildren();
      }
    }
    return ids;
  }

  private void report(BuildReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("generation", report.generation());
    json.writeStringField("dataTimestamp", report.dataTimestamp().toString());
    source(report.source());
    counts(report.counts());
    ignored(report.ignored());
    Problems problems = report.problems();
    problemCounts("rejected", problems.rejected());
    json.writeObjectFieldStart(REJECTED_IDS);
    for (var entry : problems.rejectedIds().entrySet()) {
      json.writeStringField(entry.getKey().toString(), entry.getValue());
    }
    json.writeEndObject();
    problemCounts("fieldProblems", problems.fields());
    unknownFields(problems.unknownFields());
    phases(report.phases());
    resources(report.resources());
    json.writeNumberField("wallMillis", report.wallMillis());
    json.writeNumberField("cpuMillis", report.cpuMillis());
    json.writeNumberField("studiesPerSecond", rounded(report.studiesPerSecond()));
    json.writeNumberField("megabytesPerSecond", rounded(report.megabytesPerSecond()));
    json.writeEndObject();
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private void source(IndexManifest.Source source) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("name", source.name());
    json.writeNumberField("bytes", source.bytes());
    json.writeStringField("sha256", source.sha256());
    json.writeEndObject();
  }

  private void counts(IndexManifest.Counts counts) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("read", counts.read());
    json.writeNumberField("indexed", counts.indexed());
    json.writeNumberField("rejected", counts.rejected());
    json.writeNumberField("duplicates", counts.duplicates());
    json.writeNumberField("sites", counts.sites());
    json.writeNumberField("sitesWithPoint", counts.sitesWithPoint());
    json.writeEndObject();
  }

  private void ignored(Ignored ignored) throws IOException {
    json.writeObjectFieldStart("ignored");
    json.writeNumberField("count", ignored.count());
    json.writeArrayFieldStart("examples");
    for (String name : ignored.examples()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void problemCounts(String name, List<ProblemCount> problems) throws IOException {
    json.writeArrayFieldStart(name);
    for (ProblemCount problem : problems) {
      json.writeStartObject();
      json.writeStringField("code", problem.code());
      json.writeNumberField("count", problem.count());
      json.writeArrayFieldStart("examples");
      for (Example example : problem.examples()) {
        json.writeStartObject();
        json.writeStringField("nctId", example.id());
        json.writeStringField("location", example.location());
        json.writeStringField("path", example.path());
        json.writeStringField("detail", example.detail());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void unknownFields(List<UnknownField> fields) throws IOException {
    json.writeArrayFieldStart("unknownFields");
    for (UnknownField field : fields) {
      json.writeStartObject();
      json.writeStringField("path", field.path());
      json.writeNumberField("count", field.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void phases(List<PhaseTime> phases) throws IOException {
    json.writeArrayFieldStart("phases");
    for (PhaseTime phase : phases) {
      json.writeStartObject();
      json.writeStringField("phase", phase.phase().text());
      json.writeNumberField("wallMillis", phase.wallMillis());
      json.writeNumberField("cpuMillis", phase.cpuMillis());
      json.writeNumberField("gcMillis", phase.gcMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void resources(Resources resources) throws IOException {
    json.writeNumberField("threads", resources.threads());
    json.writeNumberField("ramBufferMb", resources.ramBufferMb());
    json.writeNumberField("heapBytes", resources.heapBytes());
    json.writeNumberField("peakHeapBytes", resources.peakHeapBytes());
    json.writeNumberField("rawBytes", resources.rawBytes());
    json.writeNumberField("luceneBytes", resources.luceneBytes());
    json.writeNumberField("recordBytes", resources.recordBytes());
    json.writeNumberField("namesBytes", resources.namesBytes());
    json.writeNumberField("statsBytes", resources.statsBytes());
    json.writeNumberField("statsMillis", resources.statsMillis());
  }
}
