package org.studyatlas.stats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.StatsType;
import org.studyatlas.stats.FieldStats.ValueCount;
import org.studyatlas.stats.ListSizes.SizeCount;

/**
 * Writes {@code stats.json}: one JSON object, each answer minified on a line of its own. The keys
 * of the answers and their order are the registry's; {@link StatsDirectory} finds them again.
 */
final class StatsJson {

  /** Key of the sizes of the records. */
  static final String SIZE = "size";

  /** Key of the statistics of the leaves. */
  static final String VALUES = "values";

  /** Key of the sizes of the lists. */
  static final String LISTS = "sizes";

  /** Key of the piece that an answer is about. */
  static final String PIECE = "piece";

  /** Key of the number of studies in the sizes of the records. */
  static final String STUDIES = "totalStudies";

  /** Most sizes that are listed, as for texts. */
  private static final int MAX_TOP_SIZES = TextTotals.MAX_TOP_VALUES;

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private StatsJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes an answer. */
  private interface AnswerWriter<T> {
    void write(StatsJson json, T answer) throws IOException;
  }

  static void write(Totals.Result result, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      print("{\"" + SIZE + "\":\n", out);
      answer(result.sizes(), StatsJson::sizes, out);
      print(",\"" + VALUES + "\":[", out);
      answers(result.values(), StatsJson::field, out);
      print("],\"" + LISTS + "\":[", out);
      answers(result.lists(), StatsJson::list, out);
      print("]}\n", out);
    }
  }

  private static <T> void answers(List<T> answers, AnswerWriter<T> writer, OutputStream out)
      throws IOException {
    String separator = "\n";
    for (T answer : answers) {
      print(separator, out);
      answer(answer, writer, out);
      separator = ",\n";
    }
    print("\n", out);
  }

  private static <T> void answer(T answer, AnswerWriter<T> writer, OutputStream out)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      writer.write(new StatsJson(json), answer);
    }
  }

  private static void print(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void sizes(StudySizes sizes) throws IOException {
    json.writeStartObject();
    json.writeNumberField("averageSizeBytes", sizes.averageBytes());
    json.writeArrayFieldStart("largestStudies");
    for (StudySizes.Study study : sizes.largest()) {
      json.writeStartObject();
      json.writeStringField("id", study.id().toString());
      json.writeNumberField("sizeBytes", study.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("percentiles");
    for (Map.Entry<Integer, Integer> percentile : sizes.percentiles().entrySet()) {
      json.writeNumberField(percentile.getKey().toString(), percentile.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("ranges");
    for (StudySizes.Range range : sizes.ranges()) {
      json.writeStartObject();
      json.writeStringField("sizeRange", range.name());
      json.writeNumberField("studiesCount", range.studies());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField(STUDIES, sizes.studies());
    json.writeEndObject();
  }

  private void field(FieldStats stats) throws IOException {
    json.writeStartObject();
    switch (stats) {
      case FieldStats.Enums e -> enums(e);
      case FieldStats.Texts t -> texts(t);
      case FieldStats.Integers i -> integers(i);
      case FieldStats.Dates d -> dates(d);
      case FieldStats.Booleans b -> booleans(b);
    }
    json.writeEndObject();
  }

  private void head(StatsType type, FieldStats stats) throws IOException {
    json.writeStringField("type", type.name());
    name(stats.field());
    json.writeNumberField("missingStudiesCount", stats.missingStudies());
  }

  private void name(Field field) throws IOException {
    json.writeStringField(PIECE, field.piece());
    json.writeStringField("field", field.path());
  }

  private void enums(FieldStats.Enums stats) throws IOException {
    head(StatsType.ENUM, stats);
    json.writeNumberField("uniqueValuesCount", stats.values().size());
    topValues(stats.values());
  }

  private void texts(FieldStats.Texts stats) throws IOException {
    head(StatsType.STRING, stats);
    FieldStats.Longest longest = stats.longest();
    if (longest != null) {
      json.writeObjectFieldStart("longest");
      json.writeStringField("value", longest.value());
      json.writeNumberField("length", longest.value().length());
      json.writeStringField("nctId", longest.nctId());
      json.writeEndObject();
    }
    json.writeNumberField("uniqueValuesCount", stats.uniqueValues());
    topValues(stats.topValues());
  }

  private void topValues(List<ValueCount> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart("topValues");
      for (ValueCount value : values) {
        json.writeStartObject();
        json.writeStringField("value", value.value());
        json.writeNumberField("studiesCount", value.studies());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void integers(FieldStats.Integers stats) throws IOException {
    head(StatsType.INTEGER, stats);
    FieldStats.Integers.Range range = stats.range();
    if (range != null) {
      json.writeNumberField("min", range.min());
      json.writeNumberField("max", range.max());
      json.writeNumberField("avg", range.mean());
    }
  }

  private void dates(FieldStats.Dates stats) throws IOException {
    head(StatsType.DATE, stats);
    String min = stats.min();
    String max = stats.max();
    if (min != null && max != null) {
      json.writeStringField("min", min);
      json.writeStringField("max", max);
    }
    json.writeArrayFieldStart("formats");
    for (DateForm form : stats.forms()) {
      json.writeString(form.pattern());
    }
    json.writeEndArray();
  }

  private void booleans(FieldStats.Booleans stats) throws IOException {
    head(StatsType.BOOLEAN, stats);
    json.writeNumberField("trueCount", stats.trueStudies());
    json.writeNumberField("falseCount", stats.falseStudies());
  }

  private void list(ListSizes list) throws IOException {
    List<SizeCount> counts = list.counts();
    json.writeStartObject();
    name(list.field());
    json.writeNumberField("uniqueSizesCount", counts.size());
    if (!counts.isEmpty()) {
      json.writeNumberField("minSize", list.min());
      json.writeNumberField("maxSize", list.max());
      json.writeArrayFieldStart("topSizes");
      for (SizeCount count : counts.subList(0, Math.min(MAX_TOP_SIZES, counts.size()))) {
        json.writeStartObject();
        json.writeNumberField("size", count.size());
        json.writeNumberField("studiesCount", count.studies());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
