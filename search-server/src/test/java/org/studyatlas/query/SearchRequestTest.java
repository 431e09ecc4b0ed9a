package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.query.Parsing.parse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;

class SearchRequestTest {

  private static final GeoPoint BOSTON = new GeoPoint(42.36, -71.06);

  @Test
  void startsFromAllStudies() {
    assertThat(SearchRequest.ALL.query()).isEqualTo(new Expr.All());
    assertThat(SearchRequest.ALL.filter()).isEqualTo(new Expr.All());
    assertThat(SearchRequest.ALL.sites().isNone()).isTrue();
    assertThat(SearchRequest.ALL.page().size()).isEqualTo(10);
  }

  @Test
  void keepsEverythingElseWhenOnePartChanges() {
    Circle near = new Circle(BOSTON, new Distance(50_000));
    SiteConditions sites =
        new SiteConditions(
            List.of("RECRUITING"), List.of("United States"), List.of(), List.of(), List.of(), near);
    FacetRequest phases = new FacetRequest("phase", 10);
    SearchRequest request =
        SearchRequest.ALL
            .withQuery(parse("melanoma"))
            .withFilter(parse("AREA[Phase]PHASE3"))
            .withSites(sites)
            .withOrigin(BOSTON, GeoDecay.DEFAULT)
            .withSort(List.of(new Sort.ByDistance()))
            .withPage(new SearchRequest.Page(20, "next", true))
            .withFacets(List.of(phases));
    assertThat(request)
        .isEqualTo(
            new SearchRequest(
                parse("melanoma"),
                parse("AREA[Phase]PHASE3"),
                List.of(),
                sites,
                BOSTON,
                GeoDecay.DEFAULT,
                List.of(new Sort.ByDistance()),
                new SearchRequest.Page(20, "next", true),
                List.of(phases)));
    assertThat(request.sites().isNone()).isFalse();
  }

  @Test
  void needsAnOriginForDistances() {
    List<Sort> byDistance = List.of(new Sort.ByDistance());
    assertThatThrownBy(() -> SearchRequest.ALL.withSort(byDistance))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no origin to measure distances from");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> new SearchRequest.Page(-1, null, false))
        .isInstanceOf(IllegalArgumentException.class);
    FieldCatalogue catalogue = FieldCatalogue.standard();
    assertThatThrownBy(() -> new FacetRequest("phase", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sort.ByField(catalogue.getPiece("BriefTitle"), true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
