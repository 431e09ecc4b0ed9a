package org.studyatlas.http.search;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.studyatlas.http.search.JsonMembers.writeText;
import static org.studyatlas.http.search.JsonMembers.writeTexts;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.studyatlas.render.FieldSelection;
import org.studyatlas.render.MarkupFormat;
import org.studyatlas.render.StudyProfile;
import org.studyatlas.render.StudyProfileReader;
import org.studyatlas.render.StudyProjection;
import org.studyatlas.render.StudySite;
import org.studyatlas.render.StudySummary;
import org.studyatlas.schema.RecordText;
import org.studyatlas.search.MatchedSite;
import org.studyatlas.search.StudyHit;

/**
 * Writes a hit: the compact profile, or the fields that are asked for, and the matching sites.
 * Absent values are left out; distances are in kilometres to 100 m, since the registry's
 * coordinates are those of the city.
 */
final class HitWriter {

  private final int maxSites;
  private final @Nullable StudyProjection projection;

  HitWriter(int maxSites, @Nullable FieldSelection fields) {
    this.maxSites = maxSites;
    this.projection = fields == null ? null : StudyProjection.of(fields, MarkupFormat.MARKDOWN);
  }

  /** Writes the members of a hit into an object that is open. */
  void write(JsonGenerator json, StudyHit hit, RecordText record) throws IOException {
    List<MatchedSite> listed = hit.sites().subList(0, Math.min(maxSites, hit.sites().size()));
    List<Integer> ordinals = listed.stream().map(MatchedSite::ordinal).toList();
    List<StudySite> sites;
    if (projection == null) {
      StudyProfile profile = StudyProfileReader.read(record, ordinals);
      sites = profile.sites();
      writeSummary(json, profile.summary());
      json.writeBooleanField("hasResults", hit.hasResults());
    } else {
      sites = StudyProfileReader.sites(record, ordinals);
      writeFields(json, hit, record, projection);
    }
    if (!Float.isNaN(hit.score())) {
      json.writeNumberField("score", hit.score());
    }
    if (!hit.sites().isEmpty()) {
      writeSites(json, hit, listed, sites);
    }
  }

  private static void writeFields(
      JsonGenerator json, StudyHit hit, RecordText record, StudyProjection projection)
      throws IOException {
    ByteArrayOutputStream study = new ByteArrayOutputStream(1024);
    projection.write(record, study);
    json.writeStringField("nctId", hit.id().toString());
    json.writeFieldName("study");
    json.writeRawValue(study.toString(StandardCharsets.UTF_8));
  }

  private static void writeSites(
      JsonGenerator json, StudyHit hit, List<MatchedSite> listed, List<StudySite> sites)
      throws IOException {
    json.writeNumberField("matchedSiteCount", hit.sites().size());
    json.writeArrayFieldStart("matchedSites");
    Map<Integer, StudySite> byOrdinal =
        sites.stream().collect(toMap(StudySite::ordinal, identity()));
    for (MatchedSite site : listed) {
      writeSite(json, site, requireNonNull(byOrdinal.get(site.ordinal())));
    }
    json.writeEndArray();
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
      json.writeStringField("precision", matched.precision());
    }
    if (matched.resolved()) {
      json.writeBooleanField("resolved", true);
    }
    SiteRowJson.writeContacts(json, site);
    json.writeEndObject();
  }
}
