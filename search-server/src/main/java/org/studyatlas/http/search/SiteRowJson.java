package org.studyatlas.http.search;

import static org.studyatlas.http.search.JsonMembers.writeText;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.studyatlas.render.SiteRow;
import org.studyatlas.render.StudySite;

/** Writes a row of {@code /sites} as a JSON object; what is absent is left out. */
final class SiteRowJson {

  private SiteRowJson() {}

  static void write(JsonGenerator json, SiteRow row) throws IOException {
    StudySite site = row.site();
    json.writeStartObject();
    writeText(json, "nctId", row.nctId());
    writeText(json, "briefTitle", row.briefTitle());
    writeText(json, "overallStatus", row.overallStatus());
    writeText(json, "facility", site.facility());
    writeText(json, "city", site.city());
    writeText(json, "state", site.state());
    writeText(json, "zip", site.zip());
    writeText(json, "country", site.country());
    writeText(json, "siteStatus", site.status());
    writeContacts(json, site);
    Double lat = site.lat();
    Double lon = site.lon();
    if (lat != null && lon != null) {
      json.writeNumberField("lat", lat);
      json.writeNumberField("lon", lon);
    }
    Double distanceKm = row.distanceKm();
    if (distanceKm != null) {
      json.writeNumberField("distanceKm", distanceKm);
    }
    writeText(json, "precision", row.precision());
    if (row.resolved()) {
      json.writeBooleanField("resolved", true);
    }
    json.writeEndObject();
  }

  /** Writes the contacts of a site, if it has any. */
  static void writeContacts(JsonGenerator json, StudySite site) throws IOException {
    if (site.contacts().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("contacts");
    for (StudySite.Contact contact : site.contacts()) {
      json.writeStartObject();
      writeText(json, "name", contact.name());
      writeText(json, "role", contact.role());
      writeText(json, "phone", contact.phone());
      writeText(json, "phoneExt", contact.phoneExt());
      writeText(json, "email", contact.email());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
