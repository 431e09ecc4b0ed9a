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

/** The schemas of all answers of the native face, by their names in the document. */
final class Schemas {

  private Schemas() {}

  static Map<String, Schema> all() {
    Map<String, Schema> all = new LinkedHashMap<>();
    all.putAll(StudySchemas.all());
    all.putAll(SiteSchemas.all());
    all.put("Place", object(place()));
    all.put("NearPlace", nearPlace());
    all.put("PlacesAnswer", places());
    all.put("SuggestAnswer", suggestions());
    all.put("WhyAnswer", why());
    all.put("WhyPart", object(whyPart()));
    all.put("Receipt", receipt());
    all.put("NamesReceipt", namesReceipt());
    all.put("Problem", problem());
    return all;
  }

  private static List<Schema.Member> place() {
    return List.of(
        always("label", text("Name with state and country")),
        always("kind", oneOf(NameDefinitions.PLACE_KINDS.words())),
        always("name", text()),
        maybe("city", text()),
        maybe("state", text()),
        maybe("country", text()),
        always("sites", integer("Number of sites there")),
        maybe("lat", number("Degrees; absent if none of its sites has coordinates")),
        maybe("lon", number("Degrees")),
        maybe("sitesElsewhere", integer("Sites that name it, but lie more than 25 km from it")));
  }

  private static Schema nearPlace() {
    List<Schema.Member> members = new ArrayList<>(place());
    members.add(always("precision", oneOf(NameDefinitions.PLACE_KINDS.words())));
    members.add(always("ambiguous", flag("Whether other places have that name")));
    members.add(maybe("otherCount", integer("How many")));
    members.add(maybe("others", list(ref("Place")).described("The largest of them")));
    return object(members).described("What a name in near was taken for");
  }

  private static Schema places() {
    List<Schema.Member> members = new ArrayList<>(place());
    members.add(maybe("namesakes", integer("Places of that kind and name, itself included")));
    members.add(maybe("corrected", flag("True: it differs from what was typed by a letter")));
    return object(always("places", list(object(members))), always("receipt", ref("NamesReceipt")));
  }

  private static Schema suggestions() {
    Schema names =
        list(
            object(
                always("name", text()),
                always("studies", integer("Studies that have it")),
                maybe("corrected", flag("True: it differs from what was typed by a letter"))));
    List<Schema.Member> kinds =
        NameDefinitions.WORD_KINDS.words().stream().map(kind -> maybe(kind, names)).toList();
    return object(always("suggestions", object(kinds)), always("receipt", ref("NamesReceipt")));
  }

  private static Schema why() {
    List<Schema.Member> clause = new ArrayList<>();
    clause.add(always("parameter", text("site stands for all conditions on sites")));
    clause.addAll(whyPart());
    return object(
        always("nctId", text()),
        always("matched", flag("Whether the search finds the study")),
        always("sites", integer("Number of its sites")),
        always("clauses", list(object(clause))),
        maybe("warnings", StudySchemas.WARNINGS),
        always("receipt", ref("Receipt")));
  }

  private static List<Schema.Member> whyPart() {
    Schema field =
        object(
            always("field", text("A field that holds the words")),
            always("weight", number("Its weight in the search area")),
            maybe(
                "expansion",
                oneOf(List.of("none", "term", "concept", "relaxation", "lossy"))
                    .described("The narrowest one that finds the words there")));
    return List.of(
        always("expression", text("As Essie, with * and ~ as in q")),
        always("matched", flag("Whether it holds")),
        always("reason", text("The value that decided")),
        maybe("matchingSites", integer("Sites that fulfil it; of conditions on sites")),
        maybe("nearestKm", number("Distance of the nearest site; of radius conditions")),
        maybe("fields", list(field)),
        maybe("parts", list(ref("WhyPart"))));
  }

  private static Schema receipt() {
    List<Schema.Member> members = new ArrayList<>(data());
    members.add(always("total", integer("Number of studies found")));
    members.add(
        always(
            "search",
            normal(Endpoints.SORTED)
                .described("The parameters in normal form; can be posted to /search")));
    members.add(
        maybe(
            "query",
            text("What is searched by relevance, as an expression; absent if q has * or ~")));
    members.add(maybe("filter", text("The filters, as an expression")));
    members.add(maybe("site", text("The conditions on sites, as an expression")));
    return object(members)
        .described("The same request on the same generation has the same receipt, byte for byte");
  }

  private static List<Schema.Member> data() {
    return List.of(
        always("dataTimestamp", text("Time of the data, UTC")),
        always("generation", text("Name of the index's generation")),
        always("digest", text("Of the generation's content")));
  }

  private static Schema namesReceipt() {
    List<Schema.Member> members = new ArrayList<>(data());
    members.add(always("search", normal(Endpoints.PLACES.parameters())));
    return object(members);
  }

  private static Schema normal(List<Parameter> parameters) {
    return object(parameters.stream().map(p -> maybe(p.name(), text())).toList());
  }

  private static Schema problem() {
    return object(
            always("type", text("urn:studyatlas:problem: and the code")),
            always("title", text("The status in words")),
            always("status", integer()),
            always("code", text("Stable name of the kind of error")),
            maybe("parameter", text("The one at fault")),
            maybe("value", text("The one at fault")),
            maybe("position", integer("Where in the value the fault is, in characters from 0")),
            always("detail", text("What is wrong and what to do")),
            maybe("allowed", list(text()).described("What would be accepted")))
        .described("An error (RFC 9457)");
  }
}
