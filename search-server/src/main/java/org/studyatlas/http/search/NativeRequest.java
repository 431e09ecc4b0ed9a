package org.studyatlas.http.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.studyatlas.facet.Facet;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.query.Sort;

/** The parameters of {@code GET /search} as a search. */
final class NativeRequest {

  /** What the endpoint takes. */
  static final KnownParameters PARAMETERS =
      KnownParameters.of(
          "q",
          "near",
          "within",
          "siteStatus",
          "country",
          "state",
          "city",
          "facility",
          "status",
          "phase",
          "studyType",
          "sponsorClass",
          "facets",
          "facetSize",
          "sort",
          "pageSize",
          "cursor",
          "maxSites");

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
  private static final List<String> SORTS = List.of("relevance", "distance", "nctId");
  private static final int MAX_PAGE_SIZE = 1_000;
  private static final int MAX_SITES = 2_000;
  private static final int MAX_FACET_VALUES = 1_000;

  private final NativeParameters given;

  NativeRequest(RequestParameters given) {
    this.given = new NativeParameters(given);
  }

  /** The search; its total is always counted. */
  SearchRequest search() {
    Optional<GeoPoint> near = given.point("near");
    SearchRequest request =
        SearchRequest.ALL
            .withQuery(words())
            .withFilter(filter())
            .withSites(sites(near))
            .withPage(
                new SearchRequest.Page(
                    given.number("pageSize", 0, MAX_PAGE_SIZE, 10),
                    given.find("cursor").orElse(null),
                    true))
            .withFacets(facets());
    SearchRequest measured = near.isPresent() ? request.withOrigin(near.get(), null) : request;
    return measured.withSort(sort(near.isPresent()));
  }

  /** How many matching sites a hit lists. */
  int maxSites() {
    return given.number("maxSites", 0, MAX_SITES, 10);
  }

  private Expr words() {
    String text = given.find("q").orElse("");
    boolean noWord = text.codePoints().noneMatch(Character::isLetterOrDigit);
    return noWord
        ? new Expr.All()
        : Expr.Words.of(
            SearchTarget.area("BasicSearch"), text, Expansion.RELAXATION, Coverage.CONTAINS);
  }

  private Expr filter() {
    List<Expr> filters = new ArrayList<>();
    addChoice(filters, "status", "OverallStatus");
    addChoice(filters, "phase", "Phase");
    addChoice(filters, "studyType", "StudyType");
    addChoice(filters, "sponsorClass", "LeadSponsorClass");
    return Expr.allOf(filters);
  }

  private void addChoice(List<Expr> filters, String parameter, String piece) {
    Field field = CATALOGUE.getPiece(piece);
    List<Expr> choice = new ArrayList<>();
    for (String constant : given.constants(parameter, field)) {
      choice.add(new Expr.EnumIs(field, constant));
    }
    if (!choice.isEmpty()) {
      filters.add(Expr.anyOf(choice));
    }
  }

  private SiteConditions sites(Optional<GeoPoint> near) {
    Optional<Distance> within = given.distance("within");
    if (within.isPresent() && near.isEmpty()) {
      throw NativeParameters.refused(
          "missing-parameter",
          "near",
          "",
          "'within' needs a centre: add near=latitude,longitude",
          List.of());
    }
    return new SiteConditions(
        given.constants("siteStatus", CATALOGUE.getPiece("LocationStatus")),
        names("country"),
        names("state"),
        names("city"),
        names("facility"),
        within.isPresent() ? new Circle(near.orElseThrow(), within.get()) : null);
  }

  /** One name, since a name may hold a comma; several are separated by bars. */
  private List<String> names(String parameter) {
    List<String> names = new ArrayList<>();
    for (String name : given.find(parameter).orElse("").split("\\|")) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }

  private List<FacetRequest> facets() {
    int top = given.number("facetSize", 1, MAX_FACET_VALUES, 20);
    List<FacetRequest> requests = new ArrayList<>();
    for (String name : given.list("facets")) {
      Facet facet =
          Facet.find(name)
              .orElseThrow(
                  () ->
                      NativeParameters.refused(
                          "unknown-value",
                          "facets",
                          name,
                          "'" + name + "' is no facet; use one of the allowed values",
                          Facet.parameters()));
      FacetRequest request = new FacetRequest(facet.field(), top);
      if (!requests.contains(request)) {
        requests.add(request);
      }
    }
    return requests;
  }

  private List<Sort> sort(boolean measured) {
    String sort =
        given.find("sort").orElse(given.find("q").isEmpty() && measured ? "distance" : "");
    return switch (sort) {
      case "" -> List.of();
      case "relevance" -> List.of(new Sort.ByRelevance(true));
      case "nctId" -> List.of(new Sort.ById(false));
      case "distance" -> {
        if (!measured) {
          throw NativeParameters.refused(
              "missing-parameter",
              "near",
              "",
              "sort=distance needs a centre: add near=latitude,longitude",
              List.of());
        }
        yield List.of(new Sort.ByDistance());
      }
      default ->
          throw NativeParameters.refused(
              "unknown-value", "sort", sort, "'" + sort + "' is no order", SORTS);
    };
  }
}
