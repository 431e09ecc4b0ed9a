package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.studyatlas.fields.Field;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.ExprPrinter;
import org.studyatlas.query.Scope;
import org.studyatlas.render.StudyValues;
import org.studyatlas.search.Explanation;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.study.NctId;

/**
 * Writes why a study is found by a search or not: each clause of the search, with what decided.
 *
 * @param id of the study
 * @param sites number of its sites
 * @param clauses by the parameters that asked for them; {@code site} for all conditions on sites
 */
record WhyAnswer(NctId id, int sites, Map<String, Explanation> clauses) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Whether the study is found: every clause must hold. */
  boolean matched() {
    return clauses.values().stream().allMatch(Explanation::matched);
  }

  byte[] toJson(OpenGeneration generation, NativeSearch search, byte[] record) throws IOException {
    Set<Field> fields = new LinkedHashSet<>();
    clauses.values().forEach(clause -> fields.addAll(Reasons.fields(clause)));
    Reasons reasons = new Reasons(StudyValues.read(record, fields), sites);
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("nctId", id.toString());
      json.writeBooleanField("matched", matched());
      json.writeNumberField("sites", sites);
      json.writeArrayFieldStart("clauses");
      for (Map.Entry<String, Explanation> clause : clauses.entrySet()) {
        json.writeStartObject();
        json.writeStringField("parameter", clause.getKey());
        write(json, clause.getValue(), reasons);
        json.writeEndObject();
      }
      json.writeEndArray();
      JsonMembers.writeTexts(json, "warnings", search.warnings());
      new Receipt(generation, search, matched() ? 1 : 0).write(json);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, Explanation why, Reasons reasons)
      throws IOException {
    json.writeStringField("expression", ExprPrinter.print(why.expr()));
    json.writeBooleanField("matched", why.matched());
    json.writeStringField("reason", reasons.of(why));
    if (why.scope() == Scope.SITE) {
      json.writeNumberField("matchingSites", why.sites().size());
    }
    if (why.nearestMeters().isPresent()) {
      json.writeNumberField(
          "nearestKm", Math.round(why.nearestMeters().getAsDouble() / 100) / 10.0);
    }
    writeFields(json, why.fields());
    if (!why.parts().isEmpty()) {
      json.writeArrayFieldStart("parts");
      for (Explanation part : why.parts()) {
        json.writeStartObject();
        write(json, part, reasons);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void writeFields(JsonGenerator json, List<Explanation.FieldMatch> fields)
      throws IOException {
    if (fields.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("fields");
    for (Explanation.FieldMatch match : fields) {
      json.writeStartObject();
      json.writeStringField("field", match.field().piece());
      json.writeNumberField("weight", match.weight());
      Expansion expansion = match.expansion();
      if (expansion != null) {
        json.writeStringField("expansion", expansion.operand().toLowerCase(Locale.ROOT));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
