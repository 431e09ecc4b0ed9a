package org.studyatlas.http.search;

import static org.studyatlas.http.search.JsonMembers.writeTexts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.studyatlas.facet.FacetCounts;
import org.studyatlas.schema.RecordText;
import org.studyatlas.search.FilterEffect;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SearchPage;
import org.studyatlas.search.StudyHit;

/** Writes the answer of {@code /search}; lists that are empty are left out. */
final class SearchAnswer {

  private static final JsonFactory JSON = new JsonFactory();

  private final OpenGeneration generation;
  private final NativeSearch search;
  private final PageParameters shown;
  private final HitWriter hits;

  SearchAnswer(OpenGeneration generation, NativeSearch search, PageParameters shown) {
    this.generation = generation;
    this.search = search;
    this.shown = shown;
    this.hits = new HitWriter(shown.maxSites(), shown.fields());
  }

  /**
   * The body.
   *
   * @param effects what each part of the search does; empty if it is not told
   */
  byte[] toJson(SearchPage page, List<FilterEffect> effects) throws IOException {
    long total = page.total().orElse(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("total", total);
      JsonMembers.writeNumber(json, "sitesWithoutPoint", page.sitesWithoutPoint());
      if (search.near() != null) {
        PlaceJson.writeResolution(json, search.near());
      }
      writeHits(json, page.hits());
      writeFacets(json, page.facets());
      writeEffects(json, effects);
      if (page.next().isPresent()) {
        json.writeStringField("nextCursor", page.next().get());
      }
      List<String> warnings = new ArrayList<>(search.warnings());
      warnings.addAll(page.warnings());
      writeTexts(json, "warnings", warnings);
      new Receipt(generation, search, total).write(json);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private void writeHits(JsonGenerator json, List<StudyHit> found) throws IOException {
    Highlights highlights = shown.highlight() ? new Highlights(search.request().query()) : null;
    json.writeArrayFieldStart("hits");
    for (StudyHit hit : found) {
      try (RecordText record = generation.text(hit.record())) {
        json.writeStartObject();
        hits.write(json, hit, record);
        if (highlights != null) {
          highlights.write(json, record.all());
        }
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void writeFacets(JsonGenerator json, List<FacetCounts> facets) throws IOException {
    if (facets.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("facets");
    for (FacetCounts counts : facets) {
      json.writeObjectFieldStart(counts.facet().parameter());
      json.writeNumberField("distinct", counts.distinct());
      json.writeNumberField("more", counts.more());
      json.writeArrayFieldStart("values");
      for (FacetCounts.Value value : counts.values()) {
        json.writeStartObject();
        json.writeStringField("value", value.value());
        writeTexts(json, "above", value.above());
        json.writeNumberField("studies", value.studies());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeEffects(JsonGenerator json, List<FilterEffect> effects)
      throws IOException {
    if (effects.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("filters");
    for (FilterEffect effect : effects) {
      json.writeObjectFieldStart(effect.parameter());
      json.writeNumberField("excludedForMissing", effect.excludedForMissing());
      json.writeNumberField("withoutFilter", effect.withoutIt());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
