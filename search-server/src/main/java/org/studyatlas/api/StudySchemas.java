package org.studyatlas.api;

import static org.studyatlas.api.Schema.always;
import static org.studyatlas.api.Schema.anyObject;
import static org.studyatlas.api.Schema.flag;
import static org.studyatlas.api.Schema.integer;
import static org.studyatlas.api.Schema.list;
import static org.studyatlas.api.Schema.map;
import static org.studyatlas.api.Schema.maybe;
import static org.studyatlas.api.Schema.number;
import static org.studyatlas.api.Schema.object;
import static org.studyatlas.api.Schema.oneOf;
import static org.studyatlas.api.Schema.ref;
import static org.studyatlas.api.Schema.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.studyatlas.facet.Facet;

/** The schemas of studies and of pages of them. */
final class StudySchemas {

  static final Schema PRECISION =
      oneOf(List.of("city", "city-elsewhere"))
          .described(
              "What the distance is exact to: the city's coordinates, its own or those of other sites");
  static final Schema RESOLVED =
      flag("True: it has no coordinates of its own, and lies where other sites of its city do");
  static final Schema NEXT = text("Cursor of the next page; absent on the last one");
  static final Schema WARNINGS = list(text()).described("What was read otherwise than it stands");
  static final Schema WITHOUT_POINT =
      integer(
          "Sites that match otherwise, and that nothing tells the place of; only if the search asks"
              + " for a place");

  private StudySchemas() {}

  static Map<String, Schema> all() {
    Map<String, Schema> all = new LinkedHashMap<>();
    all.put("SearchAnswer", answer());
    all.put("Hit", hit());
    all.put(
        "Study",
        anyObject().described("The record's JSON, whole or the fields asked for, as in /api/v2"));
    all.put("MatchedSite", matchedSite());
    all.put("Contact", contact());
    all.put("Highlight", highlight());
    all.put("FacetCounts", facetCounts());
    all.put("FilterEffect", filterEffect());
    return all;
  }

  private static Schema answer() {
    return object(
        always("total", integer("Exact number of studies found")),
        maybe("sitesWithoutPoint", WITHOUT_POINT),
        maybe("near", ref("NearPlace")),
        always("hits", list(ref("Hit"))),
        maybe("facets", object(facets())),
        maybe(
            "filters",
            map(ref("FilterEffect"))
                .described("What each part of the search does, by the parameter that asks for it")),
        maybe("nextCursor", NEXT),
        maybe("warnings", WARNINGS),
        always("receipt", ref("Receipt")));
  }

  private static List<Schema.Member> facets() {
    return Facet.parameters().stream().map(name -> maybe(name, ref("FacetCounts"))).toList();
  }

  private static Schema hit() {
    return object(
            always("nctId", text()),
            maybe("briefTitle", text()),
            maybe("overallStatus", text()),
            maybe("phases", list(text())),
            maybe("studyType", text()),
            maybe("conditions", list(text())),
            maybe("interventions", list(text("Type and name"))),
            maybe("leadSponsor", object(maybe("name", text()), maybe("class", text()))),
            maybe("enrollment", integer("Absent if unknown")),
            maybe("startDate", text("2024-05-31 or 2024-05 or 2024")),
            maybe("completionDate", text("2024-05-31 or 2024-05 or 2024")),
            maybe("hasResults", flag("Always in the profile")),
            maybe("study", ref("Study")),
            maybe("score", number("Where relevance was computed")),
            maybe("matchedSiteCount", integer("Where the search asks for sites")),
            maybe("matchedSites", list(ref("MatchedSite")).described("Nearest first")),
            maybe("highlights", list(ref("Highlight"))))
        .described(
            "The profile; what the record lacks is left out. With the parameter fields: nctId and study");
  }

  private static Schema matchedSite() {
    return object(
        maybe("facility", text()),
        maybe("city", text()),
        maybe("state", text()),
        maybe("zip", text()),
        maybe("country", text()),
        maybe("status", text("The site's own status")),
        maybe("distanceKm", number("To 100 m; only with near")),
        maybe("precision", PRECISION),
        maybe("resolved", RESOLVED),
        maybe("contacts", list(ref("Contact"))));
  }

  private static Schema contact() {
    return object(
        maybe("name", text()),
        maybe("role", text()),
        maybe("phone", text()),
        maybe("phoneExt", text()),
        maybe("email", text()));
  }

  private static Schema highlight() {
    return object(
        always("field", text("Name of the field")),
        always("text", text("A piece of its text")),
        always(
            "marks",
            list(list(integer()).with("minItems", 2).with("maxItems", 2))
                .described("First character and the one behind the last of each word")));
  }

  private static Schema facetCounts() {
    Schema value =
        object(
            always("value", text()),
            maybe(
                "above",
                list(text()).described("Country and state of a place; upper terms of a term")),
            always("studies", integer("Number of studies")));
    return object(
        always("distinct", integer("Number of different values")),
        always("more", integer("How many of them are not shown")),
        always("values", list(value)));
  }

  private static Schema filterEffect() {
    return object(
        always(
            "excludedForMissing",
            integer("Studies that satisfy everything else and have no value for it")),
        always("withoutFilter", integer("Studies that would be found if it were left out")));
  }
}
