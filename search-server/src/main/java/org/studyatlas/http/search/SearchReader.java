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
import org.studyatlas.query.Coverage;
import org.studyatlas.query.EssieParser;
import org.studyatlas.query.Expansion;
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
    Expr query = query(given, warnings);
    SiteConditions sites = new SiteParameters(given).read(origin);
    SearchRequest request =
        SearchRequest.ALL
            .withQuery(query)
            .withFilter(essie(given, "filter", ParseContext.ofAdvancedFilter()))
            .withChoices(StudyFilters.read(given))
            .withSites(sites);
    if (origin != null) {
      request = request.withOrigin(origin, null);
    }
    List<Sort> sort = SortOrder.read(given, origin != null);
    boolean nearest = sort.isEmpty() && origin != null && query instanceof Expr.All;
    request = request.withSort(nearest ? List.of(new Sort.ByDistance()) : sort);
    return new NativeSearch(request, given.normalInOrder(PARAMETERS.names()), named, warnings);
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

  private static Expr query(NativeParameters given, List<String> warnings) {
    List<Expr> all = new ArrayList<>();
    given.find("q").ifPresent(text -> all.add(typed(given, text, warnings)));
    for (String area : AREAS) {
      all.add(essie(given, area, ParseContext.ofQuery("query." + area)));
    }
    return Expr.allOf(all.stream().filter(expr -> !(expr instanceof Expr.All)).toList());
  }

  private static Expr typed(NativeParameters given, String text, List<String> warnings) {
    given.normal("q", text);
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      warnings.add("'q' has no word in it; it was left out");
      return new Expr.All();
    }
    return Expr.Words.of(
        SearchTarget.area("BasicSearch"), text, Expansion.RELAXATION, Coverage.CONTAINS);
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
