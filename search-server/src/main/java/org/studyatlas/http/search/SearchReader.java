package org.studyatlas.http.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.http.KnownParameters;
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

  /** The registry's search areas as parameters. */
  private static final List<String> AREAS =
      List.of("cond", "term", "intr", "titles", "outc", "spons", "lead", "id", "locn", "patient");

  /** The parameters of any search; an endpoint adds its own. */
  public static final KnownParameters PARAMETERS = parameters();

  private final PlaceNames places;

  SearchReader(PlaceNames places) {
    this.places = places;
  }

  private static KnownParameters parameters() {
    List<String> names = new ArrayList<>(List.of("q"));
    names.addAll(AREAS);
    names.add("filter");
    names.addAll(SiteParameters.NAMES);
    names.addAll(StudyFilters.NAMES);
    names.add("sort");
    return new KnownParameters(names);
  }

  /**
   * Reads a search.
   *
   * @param parameters among them those of {@link #PARAMETERS}
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
    Expr filter = essie(given, "filter", ParseContext.ofAdvancedFilter());
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
    addUnlessOpen(clauses, "filter", filter);
    clauses.addAll(filters);
    return new NativeSearch(
        request, clauses, given.normalInOrder(PARAMETERS.names()), named, warnings);
  }

  private Resolution.@Nullable Found named(NativeParameters given, OpenGeneration generation) {
    Optional<String> near = given.find("near");
    return near.isEmpty() || PointParameter.find("near", near.get()).isPresent()
        ? null
        : places.find(generation, near.get());
  }

  private static @Nullable GeoPoint origin(
      NativeParameters given, Resolution.@Nullable Found named) {
    GeoPoint point =
        named != null
            ? named.place().point().orElseThrow()
            : given.find("near").flatMap(text -> PointParameter.find("near", text)).orElse(null);
    if (point != null) {
      given.normal("near", AreaText.degrees(point.lat()) + "," + AreaText.degrees(point.lon()));
    }
    return point;
  }

  private static List<Choice> queries(NativeParameters given, List<String> warnings) {
    List<Choice> queries = new ArrayList<>();
    given.find("q").ifPresent(text -> addUnlessOpen(queries, "q", typed(given, text, warnings)));
    for (String area : AREAS) {
      addUnlessOpen(queries, area, essie(given, area, ParseContext.ofQuery("query." + area)));
    }
    return queries;
  }

  private static void addUnlessOpen(List<Choice> clauses, String parameter, Expr expr) {
    if (!(expr instanceof Expr.All)) {
      clauses.add(new Choice(parameter, expr, Expr.NOTHING));
    }
  }

  private static Expr typed(NativeParameters given, String text, List<String> warnings) {
    given.normal("q", text);
    TypedQuery typed = TypedQuery.read(text, SearchTarget.area("BasicSearch"));
    warnings.addAll(typed.warnings());
    return typed.expr();
  }

  private static Expr essie(NativeParameters given, String parameter, ParseContext context) {
    Optional<String> text = given.find(parameter);
    if (text.isEmpty()) {
      return new Expr.All();
    }
    Expr expr =
        IdList.find(text.get())
            .map(IdList::expr)
            .orElseGet(() -> parsed(parameter, text.get(), context));
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
