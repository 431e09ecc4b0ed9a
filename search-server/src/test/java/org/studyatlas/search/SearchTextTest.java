package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.GeoDecay;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SiteConditions;

/** What a cursor is bound to. */
class SearchTextTest {

  private static final String ORDER = "by id";
  private static final Expr NOTHING = new Expr.Not(new Expr.All());
  private static final GeoPoint PARIS = new GeoPoint(48.85, 2.35);

  @Test
  void whateverChangesTheResultChangesTheText() {
    List<SearchRequest> searches =
        List.of(
            SearchRequest.ALL,
            SearchRequest.ALL.withQuery(NOTHING),
            SearchRequest.ALL.withFilter(NOTHING),
            choice("phase", NOTHING, new Expr.All()),
            choice("phase", new Expr.All(), NOTHING),
            choice("status", NOTHING, new Expr.All()),
            SearchRequest.ALL.withSites(sites(List.of("RECRUITING"), List.of(), 50)),
            SearchRequest.ALL.withSites(sites(List.of(), List.of("RECRUITING"), 50)),
            SearchRequest.ALL.withSites(sites(List.of(), List.of("Congo, Republic"), 50)),
            SearchRequest.ALL.withSites(sites(List.of(), List.of("Congo", "Republic"), 50)),
            SearchRequest.ALL.withSites(sites(List.of(), List.of(), 50)),
            SearchRequest.ALL.withSites(sites(List.of(), List.of(), 51)),
            SearchRequest.ALL.withOrigin(PARIS, null),
            SearchRequest.ALL.withOrigin(PARIS, GeoDecay.DEFAULT));

    Stream<String> texts = searches.stream().map(search -> SearchText.of(search, ORDER));

    assertThat(texts).doesNotHaveDuplicates();
    assertThat(SearchText.of(SearchRequest.ALL, "by date"))
        .isNotEqualTo(SearchText.of(SearchRequest.ALL, ORDER));
  }

  @Test
  void whatAPageShowsDoesNot() {
    SearchRequest other =
        SearchRequest.ALL
            .withPage(new SearchRequest.Page(7, "cursor", true))
            .withFacets(List.of(new FacetRequest("status", 3)));

    assertThat(SearchText.of(other, ORDER)).isEqualTo(SearchText.of(SearchRequest.ALL, ORDER));
  }

  private static SearchRequest choice(String parameter, Expr expr, Expr missing) {
    return SearchRequest.ALL.withChoices(List.of(new Choice(parameter, expr, missing)));
  }

  private static SiteConditions sites(
      List<String> statuses, List<String> countries, int kilometres) {
    Circle circle = new Circle(PARIS, new Distance(1_000.0 * kilometres));
    return new SiteConditions(statuses, countries, List.of(), List.of(), List.of(), circle);
  }
}
