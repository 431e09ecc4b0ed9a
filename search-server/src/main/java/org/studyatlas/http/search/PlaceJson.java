package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.names.PlaceName;
import org.studyatlas.places.Place;
import org.studyatlas.places.Resolution;

/** Writes places. Absent values are left out; coordinates have five decimals, as the registry's. */
final class PlaceJson {

  private static final int DECIMALS = 5;

  private PlaceJson() {}

  /** The members of a place, into an object that has begun. */
  static void writeMembers(JsonGenerator json, Place place) throws IOException {
    PlaceName name = place.name();
    json.writeStringField("label", place.label());
    json.writeStringField("kind", name.kind().text());
    json.writeStringField("name", name.name());
    writeUnlessEmpty(json, "city", name.city());
    writeUnlessEmpty(json, "state", name.state());
    writeUnlessEmpty(json, "country", name.country());
    json.writeNumberField("sites", place.sites());
    if (place.point().isPresent()) {
      GeoPoint point = place.point().get();
      json.writeNumberField("lat", degrees(point.lat()));
      json.writeNumberField("lon", degrees(point.lon()));
    }
    if (place.sitesElsewhere() > 0) {
      json.writeNumberField("sitesElsewhere", place.sitesElsewhere());
    }
  }

  /** What {@code near} was taken for. */
  static void writeResolution(JsonGenerator json, Resolution.Found found) throws IOException {
    json.writeObjectFieldStart("near");
    writeMembers(json, found.place());
    json.writeStringField("precision", found.place().name().kind().text());
    json.writeBooleanField("ambiguous", found.isAmbiguous());
    if (found.isAmbiguous()) {
      json.writeNumberField("otherCount", found.otherCount());
      json.writeArrayFieldStart("others");
      for (Place other : found.others()) {
        json.writeStartObject();
        writeMembers(json, other);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static void writeUnlessEmpty(JsonGenerator json, String name, String text)
      throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }
}
