package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.highlight.Highlighter;
import org.studyatlas.highlight.Snippet;
import org.studyatlas.query.Expr;
import org.studyatlas.render.StudyTexts;

/** Writes where the words of a search stand in the texts that people read first. */
final class Highlights {

  private static final List<Field> FIELDS =
      Stream.of(
              "BriefTitle",
              "OfficialTitle",
              "Condition",
              "Keyword",
              "InterventionName",
              "BriefSummary",
              "PrimaryOutcomeMeasure",
              "EligibilityCriteria",
              "DetailedDescription")
          .map(FieldCatalogue.standard()::getPiece)
          .toList();

  private static final StudyTexts TEXTS = new StudyTexts(FIELDS);

  /** Most pieces shown of one field. */
  private static final int MAX_SNIPPETS = 2;

  private final Highlighter highlighter;

  Highlights(Expr query) {
    highlighter = new Highlighter(query);
  }

  /** Writes the member {@code highlights}. */
  void write(JsonGenerator json, byte[] record) throws IOException {
    json.writeArrayFieldStart("highlights");
    for (Map.Entry<Field, List<String>> texts : TEXTS.read(record).entrySet()) {
      int left = MAX_SNIPPETS;
      for (String text : texts.getValue()) {
        List<Snippet> snippets = highlighter.snippets(texts.getKey(), text, left);
        left -= snippets.size();
        for (Snippet snippet : snippets) {
          write(json, texts.getKey().piece(), snippet);
        }
      }
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String piece, Snippet snippet) throws IOException {
    json.writeStartObject();
    json.writeStringField("field", piece);
    json.writeStringField("text", snippet.text());
    json.writeArrayFieldStart("marks");
    for (Snippet.Mark mark : snippet.marks()) {
      json.writeArray(new int[] {mark.from(), mark.to()}, 0, 2);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
