package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.facet.Facet;
import org.studyatlas.facet.FacetCounts;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.GeoDecay;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.query.Sort;

class StudySearcherTest {

  private static final GeoPoint BOSTON = new GeoPoint(42.36, -71.06);
  private static final String START = "protocolSection.statusModule.startDateStruct.date";

  /** Bytes of a cursor before the type of its first value. */
  private static final int FIRST_VALUE = 3 * Integer.BYTES;

  private static TestIndex index;

  @BeforeAll
  static void build() {
    index =
        TestIndex.of(
            study("NCT00000001")
                .title("Aspirin for Breast Cancer")
                .conditions("Breast Cancer", "Pain")
                .status("COMPLETED")
                .with("protocolSection.designModule.phases", List.of("PHASE2", "PHASE3"))
                .with(START, "2020-03")
                .site("Boston", "United States", "RECRUITING", 42.35843, -71.05977)
                .site("Paris", "France", "COMPLETED", 48.85341, 2.3488),
            study("NCT00000002")
                .title("Cancer of the Breast in Men")
                .conditions("Cancers, Breast")
                .with(START, "2021-07-15")
                .site("Boston", "United States", "COMPLETED", 42.35843, -71.05977)
                .site("Worcester", "United States", "RECRUITING", 42.26259, -71.80229)
                .site("Lyon", "France", "RECRUITING", 45.74846, 4.84671),
            study("NCT00000003")
                .title("Lung Cancers")
                .conditions("Lung Cancer")
                .with("protocolSection.sponsorCollaboratorsModule.leadSponsor.class", "INDUSTRY")
                .site(Map.of("city", "Boston", "country", "United States")),
            study("NCT00000004").title("Crohn's Disease").conditions("Crohn Disease"),
            study("NCT00000005").title("Sjögren Follow-up").conditions("Sjögren's Syndrome"));
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "breast cancer | NCT00000001 NCT00000002",
        "\"breast cancer\" | NCT00000001",
        "cancers | NCT00000001 NCT00000002 NCT00000003",
        "breast OR lung | NCT00000001 NCT00000002 NCT00000003",
        "cancer NOT lung | NCT00000001 NCT00000002",
        "cancer, pain | NCT00000001",
        "sjogren | NCT00000005",
        "crohn | NCT00000004",
        "EXPANSION[None]cancers | ''",
        "EXPANSION[None]Cancers | NCT00000002 NCT00000003",
        "AREA[BriefTitle]EXPANSION[None]Cancers | NCT00000003",
        "AREA[Condition]COVERAGE[FullMatch]\"lung cancer\" | NCT00000003",
        "AREA[Condition]COVERAGE[StartsWith]lung | NCT00000003",
        "AREA[Condition]COVERAGE[EndsWith]cancer | NCT00000001 NCT00000003",
        "AREA[Phase]PHASE3 | NCT00000001",
        "AREA[Phase:size]2 | NCT00000001",
        "AREA[Phase:size]RANGE[1,9] | NCT00000001",
        "AREA[Phase]MISSING | NCT00000002 NCT00000003 NCT00000004 NCT00000005",
        "AREA[StartDate]RANGE[2020-03-01,2020] | NCT00000001",
        "AREA[StartDate]2021 | NCT00000002",
        "AREA[StartDate]RANGE[MIN,MAX] | NCT00000001 NCT00000002",
        "AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING | NCT00000001 NCT00000002",
        "SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationStatus]RECRUITING)"
            + " | NCT00000001",
        "SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationStatus]MISSING)"
            + " | NCT00000003",
        "SEARCH[Location](AREA[LocationCity]Lyon AND AREA[BriefTitle]men) | NCT00000002",
        "AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,5mi] | NCT00000001 NCT00000002",
        "AREA[LocationGeoPoint]MISSING | NCT00000003 NCT00000004 NCT00000005",
        "AREA[Location]MISSING | NCT00000004 NCT00000005",
        "AREA[LocationCountryCode]FR | NCT00000001 NCT00000002",
        "AREA[NumLocations]3 | NCT00000002",
        "NOT ALL | ''",
      })
  void findsWhatTheExpressionSays(String essie, String ids) {
    assertThat(index.find("query.cond", essie))
        .containsExactlyInAnyOrderElementsOf(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
  }

  @Test
  void aPhraseScoresAboveScatteredWords() {
    assertThat(index.find("query.cond", "breast cancer"))
        .containsExactly("NCT00000001", "NCT00000002");
  }

  @Test
  void withoutAnyWordsTheOrderIsByNctId() {
    assertThat(index.find(SearchRequest.ALL))
        .containsExactly("NCT00000001", "NCT00000002", "NCT00000003", "NCT00000004", "NCT00000005");
  }

  @Test
  void excludesStudyWhoseNearSiteIsClosed() {
    SearchRequest request = SearchRequest.ALL.withSites(recruitingWithin("10km"));
    assertThat(index.find(request)).containsExactly("NCT00000001");
  }

  @Test
  void listsMatchingSitesNearestFirst() {
    SearchRequest request =
        SearchRequest.ALL
            .withSites(recruitingWithin("100km"))
            .withOrigin(BOSTON, null)
            .withSort(List.of(new Sort.ByDistance()));
    SearchPage page = index.search(request);
    assertThat(page.hits())
        .extracting(hit -> hit.id().toString())
        .containsExactly("NCT00000001", "NCT00000002");
    assertThat(page.hits().get(0).sites()).extracting(MatchedSite::ordinal).containsExactly(0);
    MatchedSite worcester = page.hits().get(1).sites().getFirst();
    assertThat(worcester.ordinal()).isEqualTo(1);
    assertThat(worcester.meters()).isCloseTo(62_100, within(500.0));
  }

  @Test
  void siteConditionsHoldAtOneAndTheSameSite() {
    SiteConditions conditions =
        new SiteConditions(
            List.of("COMPLETED"), List.of("France"), List.of(), List.of(), List.of(), null);
    assertThat(index.find(SearchRequest.ALL.withSites(conditions))).containsExactly("NCT00000001");
  }

  @Test
  void sortsByDateWithMissingLastInBothDirections() {
    Sort ascending = new Sort.ByField(FieldCatalogue.standard().getPiece("StartDate"), false);
    Sort descending = new Sort.ByField(FieldCatalogue.standard().getPiece("StartDate"), true);
    assertThat(index.find(SearchRequest.ALL.withSort(List.of(ascending))))
        .startsWith("NCT00000001", "NCT00000002", "NCT00000003");
    assertThat(index.find(SearchRequest.ALL.withSort(List.of(descending))))
        .startsWith("NCT00000002", "NCT00000001", "NCT00000003");
  }

  @Test
  void countsFacetsOverAllStudiesFound() {
    SearchRequest request =
        SearchRequest.ALL.withFacets(
            List.of(
                new FacetRequest(Facet.STATUS.parameter(), 10),
                new FacetRequest(Facet.PHASE.parameter(), 10),
                new FacetRequest(Facet.COUNTRY.parameter(), 1)));
    List<FacetCounts> facets = index.search(request).facets();
    assertThat(facets.get(0).values())
        .containsExactly(
            new FacetCounts.Value("RECRUITING", 4), new FacetCounts.Value("COMPLETED", 1));
    assertThat(facets.get(1).values())
        .containsExactly(new FacetCounts.Value("PHASE2", 1), new FacetCounts.Value("PHASE3", 1));
    assertThat(facets.get(2).values()).containsExactly(new FacetCounts.Value("United States", 3));
    assertThat(facets.get(2).distinct()).isEqualTo(2);
  }

  @Test
  void pagesMeetWithoutGapOrOverlap() {
    for (SearchRequest request :
        List.of(
            SearchRequest.ALL,
            SearchRequest.ALL.withQuery(TestIndex.parse("query.cond", "cancer OR disease")),
            SearchRequest.ALL
                .withSites(recruitingWithin("9000km"))
                .withOrigin(BOSTON, null)
                .withSort(List.of(new Sort.ByDistance())))) {
      List<String> whole = index.find(request);
      List<String> paged = new ArrayList<>();
      String cursor = null;
      do {
        SearchPage page = index.search(request.withPage(new SearchRequest.Page(2, cursor, true)));
        assertThat(page.total()).hasValue(whole.size());
        page.hits().forEach(hit -> paged.add(hit.id().toString()));
        cursor = page.next().orElse(null);
      } while (cursor != null);
      assertThat(paged).isEqualTo(whole);
    }
  }

  @Test
  void aLongTermOverAllFieldsIsSearched() {
    String words = "breast cancer in men and women of all ages ".repeat(10).strip();
    assertThat(index.find("query.term", words)).isEmpty();
    String either = String.join(" OR ", Collections.nCopies(400, "breast cancer"));
    assertThat(index.find("query.term", either)).hasSize(2);
  }

  @Test
  void refusesMoreWordsThanCanBeSearchedInBoundedMemory() {
    List<String> distinct = IntStream.range(0, 500).mapToObj(i -> "word" + i).toList();
    for (String query : List.of("breast ".repeat(101), String.join(" OR ", distinct))) {
      SearchRequest request =
          SearchRequest.ALL.withQuery(TestIndex.parse("query.term", query.strip()));
      assertThatThrownBy(() -> index.searcher().search(request))
          .isInstanceOf(OversizedQueryException.class);
    }
  }

  @Test
  void aDecomposedAccentIsAnAccent() {
    assertThat(index.find("query.cond", "Sjo\u0308gren")).containsExactly("NCT00000005");
  }

  @Test
  void aCursorOfAnotherOriginIsRefused() {
    SearchRequest from =
        SearchRequest.ALL
            .withOrigin(BOSTON, null)
            .withSort(List.of(new Sort.ByDistance()))
            .withPage(new SearchRequest.Page(2, null, false));
    String cursor = index.search(from).next().orElseThrow();
    SearchRequest elsewhere =
        from.withOrigin(new GeoPoint(0, 0), null)
            .withPage(new SearchRequest.Page(2, cursor, false));
    assertThatThrownBy(() -> index.searcher().search(elsewhere))
        .isInstanceOf(CursorException.class);
  }

  @Test
  void anEditedCursorIsRefusedWhereverItWasEdited() {
    SearchRequest request = SearchRequest.ALL.withPage(new SearchRequest.Page(2, null, false));
    byte[] cursor = Base64.getUrlDecoder().decode(index.search(request).next().orElseThrow());
    for (int i = 0; i < cursor.length; i++) {
      byte[] edited = cursor.clone();
      edited[i] ^= 8;
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(edited);
      SearchRequest next = request.withPage(new SearchRequest.Page(2, text, false));
      assertThatThrownBy(() -> index.searcher().search(next)).isInstanceOf(CursorException.class);
    }
  }

  /** Whoever computes the checksum can put in a value of another type. */
  @Test
  void aCursorWhoseValuesHaveAnotherTypeIsRefused() {
    SearchRequest request =
        SearchRequest.ALL
            .withSort(
                List.of(new Sort.ByField(FieldCatalogue.standard().getPiece("StartDate"), true)))
            .withPage(new SearchRequest.Page(2, null, false));
    byte[] cursor = Base64.getUrlDecoder().decode(index.search(request).next().orElseThrow());
    ByteBuffer values = ByteBuffer.wrap(cursor);
    assertThat(values.get(FIRST_VALUE)).isEqualTo((byte) 'l');
    values.put(FIRST_VALUE, (byte) 'd');
    CRC32 checksum = new CRC32();
    checksum.update(cursor, 0, cursor.length - Integer.BYTES);
    values.putInt(cursor.length - Integer.BYTES, (int) checksum.getValue());
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    SearchRequest next = request.withPage(new SearchRequest.Page(2, text, false));
    assertThatThrownBy(() -> index.searcher().search(next))
        .isInstanceOf(CursorException.class)
        .hasMessage("it is damaged");
  }

  @Test
  void aStudyHasTheSameRelevanceByDistanceHoweverOftenItIsAsked() {
    SearchRequest request =
        SearchRequest.ALL
            .withQuery(TestIndex.parse("query.cond", "cancer"))
            .withOrigin(BOSTON, GeoDecay.DEFAULT)
            .withSort(List.of(new Sort.ByRelevance(true), new Sort.ByRelevance(false)))
            .withPage(new SearchRequest.Page(1, null, false));
    String cursor = index.search(request).next().orElseThrow();
    ByteBuffer values = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
    float first = values.getFloat(FIRST_VALUE + 1);
    assertThat(first).isPositive();
    assertThat(values.getFloat(FIRST_VALUE + 1 + Float.BYTES + 1)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "AAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%%%"})
  void refusesAForeignCursor(String cursor) {
    SearchRequest request = SearchRequest.ALL.withPage(new SearchRequest.Page(2, cursor, false));
    assertThatThrownBy(() -> index.searcher().search(request)).isInstanceOf(CursorException.class);
  }

  @Test
  void anIndexWithoutStudiesAnswersEverything() throws IOException {
    try (TestIndex empty = TestIndex.of(new StudyFixture[0])) {
      SearchRequest request =
          SearchRequest.ALL
              .withQuery(new Expr.All())
              .withFacets(List.of(new FacetRequest(Facet.COUNTRY.parameter(), 5)))
              .withPage(new SearchRequest.Page(10, null, true));
      SearchPage page = empty.search(request);
      assertThat(page.total()).hasValue(0);
      assertThat(page.hits()).isEmpty();
      assertThat(page.facets().getFirst().values()).isEmpty();
    }
  }

  private static SiteConditions recruitingWithin(String radius) {
    Circle circle = new Circle(BOSTON, Distance.find(radius).orElseThrow());
    return new SiteConditions(
        List.of("RECRUITING"), List.of(), List.of(), List.of(), List.of(), circle);
  }
}
