package org.studyatlas.http.search;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.studyatlas.facet.FacetCounts;
import org.studyatlas.query.Expr;
import org.studyatlas.query.ExprPrinter;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.render.StudyProfile;
import org.studyatlas.render.StudyProfileReader;
import org.studyatlas.render.StudySite;
import org.studyatlas.render.StudySummary;
import org.studyatlas.search.MatchedSite;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SearchPage;
import org.studyatlas.search.SiteQueries;
import org.studyatlas.search.StudyHit;

/**
 * Writes the answer of {@code GET /search}. Absent values are left out; distances are in kilometres
 * to 100 m, since the registry's coordinates are those of the city.
 */
final class SearchAnswer {

  private static final JsonFactory JSON = new JsonFactory();

  private final OpenGeneration generation;
  private final NativeSearch search;
  private final SearchRequest request;
  private final int maxSites;

  SearchAnswer(
      OpenGeneration generation, NativeSearch search, SearchRequest request, int maxSites) {
    this.generation = generation;
    this.search = search;
    this.request = request;
    this.maxSites = maxSites;
  }

  byte[] toJson(SearchPage page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      if (page.total().isPresent()) {
        json.writeNumberField("total", page.total().getAsLong());
      }
      if (page.sitesWithoutPoint().isPresent()) {
        json.writeNumberField("sitesWithoutPoint", page.sitesWithoutPoint().getAsLong());
      }
      if (search.near() != null) {
        PlaceJson.writeResolution(json, search.near());
      }
      json.writeArrayFieldStart("hits");
      for (StudyHit hit : page.hits()) {
        writeHit(json, hit);
      }
      json.writeEndArray();
      if (!page.facets().isEmpty()) {
        writeFacets(json, page.facets());
      }
      if (page.next().isPresent()) {
        json.writeStringField("nextCursor", page.next().get());
      }
      writeTexts(json, "warnings", search.warnings());
      writeReceipt(json);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private void writeHit(JsonGenerator json, StudyHit hit) throws IOException {
    List<MatchedSite> listed = hit.sites().subList(0, Math.min(maxSites, hit.sites().size()));
    StudyProfile profile =
        StudyProfileReader.read(
            generation.json(hit.record()), listed.stream().map(MatchedSite::ordinal).toList());
    json.writeStartObject();
    writeSummary(json, profile.summary());
    if (!Float.isNaN(hit.score())) {
      json.writeNumberField("score", hit.score());
    }
    if (!hit.sites().isEmpty()) {
      json.writeNumberField("matchedSiteCount", hit.sites().size());
      json.writeArrayFieldStart("matchedSites");
      Map<Integer, StudySite> sites =
          profile.sites().stream().collect(toMap(StudySite::ordinal, identity()));
      for (MatchedSite site : listed) {
        writeSite(json, site, requireNonNull(sites.get(site.ordinal())));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeSummary(JsonGenerator json, StudySummary study) throws IOException {
    writeText(json, "nctId", study.nctId());
    writeText(json, "briefTitle", study.briefTitle());
    writeText(json, "overallStatus", study.overallStatus());
    writeTexts(json, "phases", study.phases());
    writeText(json, "studyType", study.studyType());
    writeTexts(json, "conditions", study.conditions());
    writeTexts(json, "interventions", study.interventions());
    StudySummary.Sponsor sponsor = study.leadSponsor();
    if (sponsor != null) {
      json.writeObjectFieldStart("leadSponsor");
      writeText(json, "name", sponsor.name());
      writeText(json, "class", sponsor.agencyClass());
      json.writeEndObject();
    }
    Long enrollment = study.enrollment();
    if (enrollment != null) {
      json.writeNumberField("enrollment", enrollment);
    }
    writeText(json, "startDate", study.startDate());
    writeText(json, "completionDate", study.completionDate());
    json.writeBooleanField("hasResults", study.hasResults());
  }

  private static void writeSite(JsonGenerator json, MatchedSite matched, StudySite site)
      throws IOException {
    json.writeStartObject();
    writeText(json, "facility", site.facility());
    writeText(json, "city", site.city());
    writeText(json, "state", site.state());
    writeText(json, "zip", site.zip());
    writeText(json, "country", site.country());
    writeText(json, "status", site.status());
    if (Double.isFinite(matched.meters())) {
      json.writeNumberField("distanceKm", Math.round(matched.meters() / 100) / 10.0);
      json.writeStringField("precision", matched.resolved() ? "city-elsewhere" : "city");
    }
    if (matched.resolved()) {
      json.writeBooleanField("resolved", true);
    }
    if (!site.contacts().isEmpty()) {
      json.writeArrayFieldStart("contacts");
      for (StudySite.Contact contact : site.contacts()) {
        writeContact(json, contact);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeContact(JsonGenerator json, StudySite.Contact contact)
      throws IOException {
    json.writeStartObject();
    writeText(json, "name", contact.name());
    writeText(json, "role", contact.role());
    writeText(json, "phone", contact.phone());
    writeText(json, "phoneExt", contact.phoneExt());
    writeText(json, "email", contact.email());
    json.writeEndObject();
  }

  private static void writeFacets(JsonGenerator json, List<FacetCounts> facets) throws IOException {
    json.writeObjectFieldStart("facets");
    for (FacetCounts counts : facets) {
      json.writeObjectFieldStart(counts.facet().parameter());
      json.writeNumberField("distinct", counts.distinct());
      json.writeArrayFieldStart("values");
      for (FacetCounts.Value value : counts.values()) {
        json.writeStartObject();
        json.writeStringField("value", value.value());
        json.writeNumberField("studies", value.studies());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** What makes the answer repeatable: the data it came from and the query in normal form. */
  private void writeReceipt(JsonGenerator json) throws IOException {
    ReceiptJson.begin(json, generation, search.normal());
    writeExpression(json, "query", request.query());
    writeExpression(json, "filter", filter());
    writeExpression(json, "site", SiteQueries.of(request.sites()));
    json.writeEndObject();
  }

  private Expr filter() {
    List<Expr> all = new ArrayList<>(List.of(request.filter()));
    request.choices().forEach(choice -> all.add(choice.expr()));
    return Expr.allOf(all.stream().filter(expr -> !(expr instanceof Expr.All)).toList());
  }

  private static void writeExpression(JsonGenerator json, String name, Expr expr)
      throws IOException {
    if (!(expr instanceof Expr.All)) {
      json.writeStringField(name, ExprPrinter.print(expr));
    }
  }

  private static void writeText(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }
}
