package org.studyatlas.http.ctgov;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.studyatlas.geo.Circle;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.AggFilters;
import org.studyatlas.query.EssieParser;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FilterParameters;
import org.studyatlas.query.GeoDecay;
import org.studyatlas.query.IdList;
import org.studyatlas.query.PageSize;
import org.studyatlas.query.ParameterException;
import org.studyatlas.query.ParseContext;
import org.studyatlas.query.ParseException;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SortParameter;
import org.studyatlas.study.NctId;

/**
 * The parameters of {@code GET /api/v2/studies} as a search.
 *
 * <p>As the registry says: all {@code query.*} and filters are ANDed; if one {@code query.*} is
 * nothing but NCT ids, the filters are ignored; {@code postFilter.*} does what {@code filter.*}
 * does. The number of hits is counted on the first page only.
 */
final class ListRequest {

  private static final List<String> QUERIES =
      List.of(
          "query.cond",
          "query.term",
          "query.locn",
          "query.titles",
          "query.intr",
          "query.outc",
          "query.spons",
          "query.lead",
          "query.id",
          "query.patient");

  private static final List<String> FILTERS = List.of("filter.", "postFilter.");
  private static final String SYNONYMS = "synonyms";

  /** What the endpoint takes. */
  static final KnownParameters PARAMETERS = parameters();

  /** What many scripts send although the registry refuses it; taken where the server is lenient. */
  static final KnownParameters LENIENT_PARAMETERS =
      KnownParameters.of("filter.phase", "filter.studyType");

  private final RequestParameters given;

  ListRequest(RequestParameters given) {
    this.given = given;
  }

  private static KnownParameters parameters() {
    List<String> names = new ArrayList<>(List.of("format", "markupFormat"));
    names.addAll(QUERIES);
    for (String filter : FILTERS) {
      for (String name : List.of("overallStatus", "geo", "ids", "advanced", SYNONYMS)) {
        names.add(filter + name);
      }
    }
    names.addAll(
        List.of("aggFilters", "geoDecay", "fields", "sort", "countTotal", "pageSize", "pageToken"));
    return new KnownParameters(names);
  }

  /**
   * The search.
   *
   * @throws org.studyatlas.http.RefusedRequestException in the registry's words if a value is not
   *     allowed
   */
  SearchRequest search() {
    try {
      List<Expr> queries = new ArrayList<>();
      boolean onlyIds = false;
      for (String name : QUERIES) {
        Optional<String> text = value(name);
        if (text.isPresent()) {
          Optional<List<NctId>> ids = IdList.find(text.get());
          queries.add(
              ids.isPresent()
                  ? IdList.expr(ids.get())
                  : EssieParser.parse(text.get(), ParseContext.ofQuery(name)));
          onlyIds |= ids.isPresent();
        }
      }
      List<Expr> filters = filters();
      SearchRequest request =
          SearchRequest.ALL
              .withQuery(Expr.allOf(queries))
              .withFilter(onlyIds ? new Expr.All() : Expr.allOf(filters))
              .withSort(SortParameter.parse(given.find("sort").orElse("")))
              .withPage(page());
      return decayed(request);
    } catch (ParseException e) {
      throw BodyParameters.refused("query", String.valueOf(e.getMessage()));
    } catch (ParameterException e) {
      throw BodyParameters.refused(e.parameter(), String.valueOf(e.getMessage()));
    }
  }

  private List<Expr> filters() throws ParameterException, ParseException {
    List<Expr> filters = new ArrayList<>();
    for (String prefix : FILTERS) {
      for (String name : List.of("overallStatus", "geo", "ids", "advanced", SYNONYMS)) {
        Optional<String> text = value(prefix + name);
        if (text.isPresent()) {
          filters.add(filter(prefix + name, name, text.get()));
        }
      }
    }
    filters.addAll(lenientFilters());
    Optional<String> aggFilters = value("aggFilters");
    if (aggFilters.isPresent()) {
      filters.add(AggFilters.parse(aggFilters.get()));
    }
    return filters;
  }

  private List<Expr> lenientFilters() throws ParameterException {
    List<Expr> filters = new ArrayList<>();
    for (String parameter : LENIENT_PARAMETERS.names()) {
      Optional<String> constants = value(parameter);
      if (constants.isPresent()) {
        String piece = parameter.equals("filter.phase") ? "Phase" : "StudyType";
        filters.add(FilterParameters.constants(parameter, piece, constants.get()));
      }
    }
    return filters;
  }

  private static Expr filter(String parameter, String name, String text)
      throws ParameterException, ParseException {
    return switch (name) {
      case "overallStatus" -> FilterParameters.constants(parameter, "OverallStatus", text);
      case SYNONYMS -> FilterParameters.synonyms(parameter, text);
      case "geo" -> FilterParameters.within(FilterParameters.geo(parameter, text));
      case "ids" -> FilterParameters.ids(parameter, text);
      default -> EssieParser.parse(text, ParseContext.ofAdvancedFilter());
    };
  }

  /** Relevance falls with the distance from the centre of {@code filter.geo}, if there is one. */
  private SearchRequest decayed(SearchRequest request) throws ParameterException {
    Optional<String> decay = value("geoDecay");
    GeoDecay parsed = decay.isPresent() ? GeoDecay.parse(decay.get()) : GeoDecay.DEFAULT;
    Optional<String> geo = value("filter.geo");
    if (geo.isEmpty()) {
      return request;
    }
    Circle circle = FilterParameters.geo("filter.geo", geo.get());
    return request.withOrigin(circle.center(), parsed);
  }

  private SearchRequest.Page page() throws ParameterException {
    Optional<String> token = value("pageToken");
    Optional<String> size = value("pageSize");
    boolean counted = BodyParameters.flag(given, "countTotal") && token.isEmpty();
    return new SearchRequest.Page(
        size.isPresent() ? PageSize.parse(size.get()) : PageSize.DEFAULT,
        token.orElse(null),
        counted);
  }

  private Optional<String> value(String name) {
    return given.find(name).filter(text -> !text.isBlank());
  }

  /** Names of the parameters given that filter nothing here, or empty if there is none. */
  Optional<String> ignored() {
    List<String> names =
        FILTERS.stream()
            .map(prefix -> prefix + SYNONYMS)
            .filter(name -> value(name).isPresent())
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }
}
