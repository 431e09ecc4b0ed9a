package org.studyatlas.http.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.api.Endpoints;
import org.studyatlas.api.Parameter;
import org.studyatlas.api.SiteDefinitions;
import org.studyatlas.api.WordDefinitions;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.places.Resolution;
import org.studyatlas.query.AreaText;
import org.studyatlas.query.Choice;
import org.studyatlas.query.EssieParser;
import org.studyatlas.query.Expr;
import org.studyatlas.query.ExprPrinter;
import org.studyatlas.query.IdList;
import org.studyatlas.query.ParseContext;
import org.studyatlas.query.ParseException;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.query.Sort;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.typed.TypedQuery;

/** Reads any search of the native face; all of its endpoints take the same parameters for it. */
@Singleton
public final class SearchReader {

  private final PlaceNames places;

  SearchReader(PlaceNames places) {
    this.places = places;
  }

  /**
   * Reads a search.
   *
   * @param parameters of a request; those that are not of a search are passed over
   * @param generation that will be searched; its sites know the names of places
   * @throws org.studyatlas.http.RefusedRequestException if a value is not allowed
   */
  public NativeSearch read(RequestParameters parameters, OpenGeneration generation) {
    NativeParameters given = new NativeParameters(parameters);
    Resolution.Found named = named(given, generation);
    GeoPoint origin = origin(given, named);
    List<String> warnings = new ArrayList<>();
    List<Choice> queries = queries(given, warnings);
    Expr query = Expr.allOf(queries.stream().map(Choice::expr).toList());
    Expr filter = essie(given, WordDefinitions.FILTER, ParseContext.ofAdvancedFilter());
    List<Choice> filters = StudyFilters.read(given);
    SiteConditions sites = new SiteParameters(given).read(origin);
    SearchRequest request =
        SearchRequest.ALL.withQuery(query).withFilter(filter).withChoices(filters).withSites(sites);
    if (origin != null) {
      request = request.withOrigin(origin, null);
    }
    List<Sort> sort = SortOrder.read(given, origin != null);
    boolean nearest = sort.isEmpty() && origin != null && query instanceof Expr.All;
    request = request.withSort(nearest ? List.of(new Sort.ByDistance()) : sort);
    List<Choice> clauses = new ArrayList<>(queries);
    addUnlessOpen(clauses, WordDefinitions.FILTER, filter);
    clauses.addAll(filters);
    return new NativeSearch(
        request, clauses, given.normalInOrder(Endpoints.SORTED), named, warnings);
  }

  private Resolution.@Nullable Found named(NativeParameters given, OpenGeneration generation) {
    Optional<String> near = given.find(SiteDefinitions.NEAR);
    return near.isEmpty()
            || PointParameter.find(SiteDefinitions.NEAR.name(), near.get()).isPresent()
        ? null
        : places.find(generation, near.get());
  }

  private static @Nullable GeoPoint origin(
      NativeParameters given, Resolution.@Nullable Found named) {
    GeoPoint point =
        named != null
            ? named.place().point().orElseThrow()
            : given
                .find(SiteDefinitions.NEAR)
                .flatMap(text -> PointParameter.find(SiteDefinitions.NEAR.name(), text))
                .orElse(null);
    if (point != null) {
      given.normal(
          SiteDefinitions.NEAR,
          AreaText.degrees(point.lat()) + "," + AreaText.degrees(point.lon()));
    }
    return point;
  }

  private static List<Choice> queries(NativeParameters given, List<String> warnings) {
    List<Choice> queries = new ArrayList<>();
    given
        .find(WordDefinitions.TYPED)
        .ifPresent(
            text -> addUnlessOpen(queries, WordDefinitions.TYPED, typed(given, text, warnings)));
    for (Parameter area : WordDefinitions.AREAS) {
      ParseContext context = ParseContext.ofQuery("query." + area.name());
      addUnlessOpen(queries, area, essie(given, area, context));
    }
    return queries;
  }

  private static void addUnlessOpen(List<Choice> clauses, Parameter parameter, Expr expr) {
    if (!(expr instanceof Expr.All)) {
      clauses.add(new Choice(parameter.name(), expr, Expr.NOTHING));
    }
  }

  private static Expr typed(NativeParameters given, String text, List<String> warnings) {
    given.normal(WordDefinitions.TYPED, text);
    TypedQuery typed = TypedQuery.read(text, SearchTarget.area("BasicSearch"));
    warnings.addAll(typed.warnings());
    return typed.expr();
  }

  private static Expr essie(NativeParameters given, Parameter parameter, ParseContext context) {
    Optional<String> text = given.find(parameter);
    if (text.isEmpty()) {
      return new Expr.All();
    }
    Expr expr =
        IdList.find(text.get())
            .map(IdList::expr)
            .orElseGet(() -> parsed(parameter.name(), text.get(), context));
    given.normal(parameter, ExprPrinter.print(expr));
    return expr;
  }

  private static Expr parsed(String parameter, String text, ParseContext context) {
    try {
      return EssieParser.parse(text, context);
    } catch (ParseException e) {
      String hint = e.hint().map(h -> "; " + h).orElse("");
      throw NativeParameters.refusedAt(
          e.position(), "invalid-expression", parameter, text, e.detail() + hint);
    }
  }
}
