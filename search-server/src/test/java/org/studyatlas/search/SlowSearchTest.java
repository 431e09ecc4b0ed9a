package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.query.Sort;
import org.studyatlas.study.NctId;
import org.studyatlas.testing.PublishedIndex;

class SlowSearchTest {

  private static final Box GLOBE = new Box(-90, -180, 90, 180);

  private static final List<Choice> CLAUSES =
      List.of(new Choice("status", new Expr.All(), Expr.NOTHING));

  private static final SearchRequest WORDS =
      SearchRequest.ALL.withQuery(
          Expr.Words.of(
              SearchTarget.area("BasicSearch"), "study", Expansion.NONE, Coverage.CONTAINS));

  private static final Expr BEGINNING = new Expr.Prefix(SearchTarget.area("BasicSearch"), "stu");
  private static final Expr SPELLING = new Expr.Fuzzy(SearchTarget.area("BasicSearch"), "stuby", 1);

  private static final SearchRequest.Page NO_HITS = new SearchRequest.Page(0, null, true);
  private static final List<FacetRequest> FACETS = List.of(new FacetRequest("status", 10));

  @TempDir Path folder;

  /** Something that searches. */
  @FunctionalInterface
  private interface Searching {
    void run(OpenGeneration generation) throws Exception;
  }

  @Test
  void everySearchThatTakesTooLongIsEndedAndSaysSo() throws IOException {
    PublishedIndex index = new PublishedIndex(folder);
    StudyFixture[] studies =
        IntStream.range(1, 500)
            .mapToObj(i -> study("NCT%08d".formatted(i)).site("Town", "Spain", "COMPLETED", 40, -3))
            .toArray(StudyFixture[]::new);
    index.publish("2026-08-14-1", studies);
    SearchRequest all = SearchRequest.ALL;
    SearchRequest byId = all.withSort(List.of(new Sort.ById(false)));
    SearchRequest near = all.withOrigin(new GeoPoint(40, -3), null);
    try (GenerationService service = withoutTime(index);
        Lease lease = service.acquire()) {
      OpenGeneration generation = lease.generation();
      assertEnded(generation, g -> g.searcher().search(all));
      assertEnded(generation, g -> g.searcher().search(WORDS));
      assertEnded(generation, g -> g.searcher().search(WORDS.withPage(NO_HITS)));
      assertEnded(generation, g -> g.searcher().search(WORDS.withFacets(FACETS)));
      assertEnded(generation, g -> g.searcher().search(WORDS.withFacets(FACETS).withPage(NO_HITS)));
      assertEnded(generation, g -> g.searcher().effects(CLAUSES, SiteConditions.NONE));
      assertEnded(generation, g -> g.searcher().check(WORDS));
      assertEnded(generation, g -> g.searcher().check(all.withQuery(BEGINNING)));
      assertEnded(generation, g -> g.searcher().check(all.withQuery(SPELLING)));
      assertEnded(generation, g -> g.searcher().walk(byId, lease));
      assertEnded(generation, g -> g.searcher().walk(all, lease).next());
      assertEnded(generation, g -> g.siteSearcher().page(near));
      assertEnded(generation, g -> g.siteSearcher().walk(near, lease));
      assertEnded(generation, g -> g.siteSearcher().grid(all, GLOBE, 3, 1_000));
      assertEnded(
          generation, g -> g.findExplainer(new NctId(1)).orElseThrow().explain(new Expr.All()));
    }
  }

  private static GenerationService withoutTime(PublishedIndex index) throws IOException {
    return GenerationService.open(
        index.directory(),
        Duration.ofHours(1),
        Duration.ZERO,
        Duration.ZERO,
        List.of(new TypicalSearches()));
  }

  private static void assertEnded(OpenGeneration generation, Searching search) {
    assertThatThrownBy(() -> search.run(generation))
        .isInstanceOf(SlowSearchException.class)
        .hasMessage("the search was ended after 0 seconds; use fewer words and conditions");
  }
}
