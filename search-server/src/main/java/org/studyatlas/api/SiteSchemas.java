package org.studyatlas.api;

import static org.studyatlas.api.Schema.always;
import static org.studyatlas.api.Schema.flag;
import static org.studyatlas.api.Schema.integer;
import static org.studyatlas.api.Schema.list;
import static org.studyatlas.api.Schema.maybe;
import static org.studyatlas.api.Schema.number;
import static org.studyatlas.api.Schema.object;
import static org.studyatlas.api.Schema.oneOf;
import static org.studyatlas.api.Schema.ref;
import static org.studyatlas.api.Schema.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemas of rows of sites, streams and grids. */
final class SiteSchemas {

  private SiteSchemas() {}

  static Map<String, Schema> all() {
    Map<String, Schema> all = new LinkedHashMap<>();
    all.put("SitesAnswer", answer());
    all.put("SiteRow", row());
    all.put(
        "LastLine",
        object(always("studyatlas", ref("StreamEnd")))
            .described(
                "The last line of a stream of lines; without it the transfer is not complete"));
    all.put("StreamEnd", streamEnd());
    all.put("ExportDocument", exportDocument());
    all.put("Heatmap", heatmap());
    all.put("HeatmapCells", cells());
    return all;
  }

  private static Schema answer() {
    return object(
        always("totalSites", integer("Exact number of matching sites")),
        always("totalStudies", integer("Exact number of their studies")),
        maybe("sitesWithoutPoint", StudySchemas.WITHOUT_POINT),
        always("sites", list(ref("SiteRow"))),
        maybe("nextCursor", StudySchemas.NEXT),
        maybe("warnings", StudySchemas.WARNINGS),
        always("receipt", ref("Receipt")));
  }

  private static Schema row() {
    return object(
        always("nctId", text()),
        maybe("briefTitle", text()),
        maybe("overallStatus", text("The study's status")),
        maybe("facility", text()),
        maybe("city", text()),
        maybe("state", text()),
        maybe("zip", text()),
        maybe("country", text()),
        maybe("siteStatus", text("The site's own status")),
        maybe("contacts", list(ref("Contact"))),
        maybe("lat", number("Degrees")),
        maybe("lon", number("Degrees")),
        maybe("distanceKm", number("To 100 m; only with near")),
        maybe("precision", StudySchemas.PRECISION),
        maybe("resolved", StudySchemas.RESOLVED));
  }

  private static Schema streamEnd() {
    return object(
        maybe("complete", flag("True behind the last record; absent before the first one")),
        always("count", integer("Number of records")),
        maybe("sitesWithoutPoint", StudySchemas.WITHOUT_POINT),
        always("receipt", ref("Receipt")));
  }

  private static Schema exportDocument() {
    return object(
        always("studyatlas", ref("StreamEnd")),
        always("studies", list(ref("Study"))),
        always("complete", flag("True; stands last")));
  }

  private static List<Schema.Member> summary() {
    return List.of(
        always("level", integer()),
        always("bbox", box()),
        always("cellWidth", number("Degrees")),
        always("cellHeight", number("Degrees")),
        always("totalSites", integer("Exact number of matching sites")),
        always("totalStudies", integer("Exact number of their studies")),
        always(
            "sitesWithoutCell",
            integer("Of these sites, those without coordinates of their own, and so no cell")),
        maybe("sitesWithoutPoint", StudySchemas.WITHOUT_POINT));
  }

  private static Schema heatmap() {
    List<Schema.Member> members = new ArrayList<>(summary());
    members.add(always("columns", integer()));
    members.add(always("rows", integer()));
    members.add(
        always(
            "counts",
            list(list(integer()).with("nullable", true))
                .described("Rows from north to south, each from west to east; null has no sites")));
    members.add(always("receipt", ref("Receipt")));
    return object(members);
  }

  private static Schema cells() {
    List<Schema.Member> members = new ArrayList<>(summary());
    members.add(always("receipt", ref("Receipt")));
    return object(
            always("type", oneOf(List.of("FeatureCollection"))),
            always("bbox", box()),
            always("features", list(feature())),
            always("studyatlas", object(members)))
        .described("GeoJSON (RFC 7946)");
  }

  private static Schema feature() {
    Schema ring = list(list(Schema.number("Degrees")).with("minItems", 2).with("maxItems", 2));
    return object(
        always("type", oneOf(List.of("Feature"))),
        always(
            "geometry",
            object(always("type", oneOf(List.of("Polygon"))), always("coordinates", list(ring)))),
        always("properties", object(always("sites", integer("Matching sites in the cell")))));
  }

  private static Schema box() {
    return list(number("Degrees"))
        .with("minItems", 4)
        .with("maxItems", 4)
        .described("west, south, east, north");
  }
}
