package org.studyatlas.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import org.studyatlas.facet.Facet;
import org.studyatlas.facet.FacetCounter;
import org.studyatlas.facet.FacetCounts;
import org.studyatlas.facet.SegmentMatches;
import org.studyatlas.places.Gazetteer;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.schema.BlockFields;

/**
 * Searches one opened generation. Safe for use by many threads.
 *
 * <p>The order of hits is total: the last criterion is the NCT id, so that the same request on the
 * same data gives the same page, whatever the number of threads that built the index.
 */
public final class StudySearcher {

  /**
   * Most clauses of one query. A word over all of BasicSearch is at most 171 of them; what a person
   * or a script writes stays far below, and what is above would keep the server busy for seconds.
   * {@link WordsCompiler} bounds words.
   */
  private static final int MAX_CLAUSES = 65_536;

  static {
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
  }

  private final IndexSearcher searcher;
  private final SitePoints resolvedPoints;
  private final SiteFilters siteFilters;
  private final FacetCounter facets;
  private final PageCursors cursors;
  private final Duration limit;

  /**
   * Prepares the search of an index.
   *
   * @param searcher over the generation's Lucene index
   * @param gazetteer of the same generation
   * @param generation what binds a cursor to the generation: its name and digest
   * @param limit that one search may take
   */
  StudySearcher(IndexSearcher searcher, Gazetteer gazetteer, String generation, Duration limit)
      throws IOException {
    this(
        searcher,
        SitePoints.resolving(gazetteer, searcher.getIndexReader()),
        new SiteFilters(),
        new FacetCounter(searcher.getIndexReader()),
        new PageCursors(generation, searcher.getIndexReader().maxDoc()),
        limit);
  }

  private StudySearcher(
      IndexSearcher searcher,
      SitePoints resolvedPoints,
      SiteFilters siteFilters,
      FacetCounter facets,
      PageCursors cursors,
      Duration limit) {
    this.searcher = searcher;
    this.resolvedPoints = resolvedPoints;
    this.siteFilters = siteFilters;
    this.facets = facets;
    this.cursors = cursors;
    this.limit = limit;
  }

  /** How many there are, and the facets' counts. */
  private record Tally(OptionalLong total, List<FacetCounts> facets) {}

  /**
   * Searches.
   *
   * @throws CursorException if the request's cursor cannot be used
   * @throws OversizedQueryException if the expression has more parts than can be searched
   * @throws SlowSearchException if it takes longer than a search may
   */
  public SearchPage search(SearchRequest request)
      throws IOException, CursorException, OversizedQueryException {
    SearchClock clock =
        isWide(request)
            ? SearchClock.startWithHelp(searcher.getIndexReader(), limit)
            : startClock();
    try {
      return with(clock).find(request, clock);
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  /** Whether help pays: with conditions on sites few studies are left to be weighed. */
  private static boolean isWide(SearchRequest request) {
    return !(request.query() instanceof Expr.All) && request.sites().isNone();
  }

  /** The same search, within the clock's time. */
  StudySearcher with(SearchClock clock) {
    return new StudySearcher(clock.searcher(), resolvedPoints, siteFilters, facets, cursors, limit);
  }

  /** Reads into memory what makes searches for places quick; they work without it. */
  void loadPoints() throws IOException {
    resolvedPoints.load(searcher.getIndexReader());
  }

  /** Begins the time of a search. */
  SearchClock startClock() {
    return SearchClock.start(searcher.getIndexReader(), limit);
  }

  /**
   * Refuses what {@link #search} would refuse, without searching.
   *
   * @throws CursorException if the request's cursor cannot be used
   * @throws OversizedQueryException if the expression has more parts than can be searched
   * @throws SlowSearchException if looking its words up takes longer than a search may
   */
  public void check(SearchRequest request)
      throws IOException, CursorException, OversizedQueryException {
    StudySearcher timed = with(startClock());
    try {
      Found found = timed.found(request);
      timed.searcher.rewrite(found.matching());
      after(request, timed.sort(request, found));
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  private SearchPage find(SearchRequest request, SearchClock clock)
      throws IOException, CursorException {
    Found found = found(request);
    Sort sort = sort(request, found);
    FieldDoc after = after(request, sort);
    int size = request.page().size();
    List<ScoreDoc> page = top(request, found, sort, after, size);
    clock.requireTime();
    Tally tally = tally(request, found);
    clock.requireTime();
    boolean listSites =
        !request.sites().isNone() || (request.origin() != null && request.decay() == null);
    HitReader reader = new HitReader(searcher, sort, sitePoints(request));
    List<StudyHit> hits =
        reader.read(page, listSites ? found.matchingSites() : null, request.origin());
    return new SearchPage(
        tally.total(),
        sitesWithoutPoint(request, found.lookups()),
        hits,
        cursors.next(request, SortFields.text(sort), page.size(), () -> (FieldDoc) page.getLast()),
        tally.facets(),
        found.warnings());
  }

  /**
   * The hits of a page. They are not counted here: then Lucene may pass over what cannot be among
   * them, and words are weighed for a fraction of the hits.
   */
  private List<ScoreDoc> top(
      SearchRequest request, Found found, Sort sort, @Nullable FieldDoc after, int size)
      throws IOException {
    if (size == 0) {
      return List.of();
    }
    Query query =
        sort.needsScores()
            ? found.scoringByDistance(request, searcher, resolvedPoints)
            : found.matching();
    TopFieldCollectorManager top = new TopFieldCollectorManager(sort, size, after, size);
    return List.of(searcher.search(query, top).scoreDocs);
  }

  private Tally tally(SearchRequest request, Found found) throws IOException {
    boolean countTotal = request.page().countTotal();
    if (request.facets().isEmpty()) {
      return new Tally(
          countTotal ? OptionalLong.of(searcher.count(found.matching())) : OptionalLong.empty(),
          List.of());
    }
    MatchSets sets = MatchParts.of(found.lookups(), request, sitePoints(request));
    OptionalLong total =
        countTotal ? OptionalLong.of(MatchSets.count(sets.without(null))) : OptionalLong.empty();
    return new Tally(total, counts(request.facets(), sets));
  }

  /**
   * What each part of a search does to what is found.
   *
   * @param clauses the parts that demand something of studies
   * @param sites those that demand something of one site
   * @throws SlowSearchException if it takes longer than a search may
   */
  public List<FilterEffect> effects(List<Choice> clauses, SiteConditions sites)
      throws IOException, OversizedQueryException {
    SearchClock clock = startClock();
    try {
      List<FilterEffect> effects =
          FilterEffects.of(clock.searcher(), clauses, SiteQueries.choices(sites), resolvedPoints);
      clock.requireTime();
      return effects;
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  /**
   * All studies found, in the request's order; its page does not matter.
   *
   * @param lease holds the memory that the walk keeps
   * @throws OversizedQueryException if the expression has more parts than can be searched
   * @throws SlowSearchException if it takes longer than a search may; in an order of its own each
   *     part of the walk may take that long
   * @throws StreamMemoryException if open streams leave too little memory
   */
  public ResultWalk walk(SearchRequest request, Lease lease)
      throws IOException, OversizedQueryException {
    SearchClock clock = startClock();
    try {
      return with(clock).walk(request, lease, clock);
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  private ResultWalk walk(SearchRequest request, Lease lease, SearchClock clock)
      throws IOException {
    Found found = found(request);
    Sort sort = sort(request, found);
    HitReader reader = new HitReader(searcher, sort, sitePoints(request));
    if (request.sort().size() == 1
        && request.sort().getFirst() instanceof org.studyatlas.query.Sort.ById byId) {
      IdOrder studies = new IdOrder(lease);
      StudyScan.run(searcher, found.matching(), studies);
      studies.sort(byId.descending());
      return new ResultWalk(studies.size(), studies, reader);
    }
    int total = searcher.count(found.matching());
    Query query =
        sort.needsScores()
            ? found.scoringByDistance(request, searcher, resolvedPoints)
            : found.matching();
    clock.requireTime();
    lease.hold(SortedParts.bytes(searcher.getIndexReader(), total));
    return new ResultWalk(
        total, new SortedParts(searcher.getIndexReader(), limit, query, sort), reader);
  }

  /** Whether a cursor was made by this search, so that it can be continued here. */
  boolean issued(String cursor) {
    return cursors.issued(cursor);
  }

  Found found(SearchRequest request) throws IOException {
    return Found.of(request, searcher, resolvedPoints, siteFilters);
  }

  /** Explains a study; the time of a search runs from now. */
  StudyExplainer explainer(int study) throws IOException {
    return new StudyExplainer(startClock().searcher(), study, resolvedPoints);
  }

  SitePoints sitePoints(SearchRequest request) {
    return resolvedPoints.of(request);
  }

  /**
   * How many sites a search about places cannot judge: they fulfil all that it asks for but where
   * they lie, and nothing tells that. Empty if it does not ask for a place.
   *
   * @throws OversizedQueryException if the expression has more parts than can be searched
   * @throws SlowSearchException if it takes longer than a search may
   */
  public OptionalLong countSitesWithoutPoint(SearchRequest request)
      throws IOException, OversizedQueryException {
    try {
      return sitesWithoutPoint(request, new TermLookups(startClock().searcher()));
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  private OptionalLong sitesWithoutPoint(SearchRequest request, TermLookups lookups)
      throws IOException {
    boolean asksWhere = request.sites().asksWhere() || request.origin() != null;
    return asksWhere && request.decay() == null
        ? OptionalLong.of(MissingPoints.count(request, resolvedPoints, siteFilters, lookups))
        : OptionalLong.empty();
  }

  private Sort sort(SearchRequest request, Found found) throws IOException {
    List<SortField> fields = new ArrayList<>();
    for (org.studyatlas.query.Sort criterion : request.sort()) {
      fields.add(
          SortFields.of(
              criterion, request.origin(), found.matchingSites(), sitePoints(request), searcher));
    }
    if (fields.isEmpty() && found.scores()) {
      fields.add(SortField.FIELD_SCORE);
    }
    fields.add(BlockFields.sortById(false));
    return new Sort(fields.toArray(SortField[]::new));
  }

  private @Nullable FieldDoc after(SearchRequest request, Sort sort) throws CursorException {
    return cursors.after(request, SortFields.text(sort), SortFields.valueTypes(sort));
  }

  /** Of those that leave out the same choice, the studies are looked for only once. */
  private List<FacetCounts> counts(List<FacetRequest> requests, MatchSets sets) throws IOException {
    List<SegmentMatches> hits = sets.without(null);
    List<FacetCounts> counts = new ArrayList<>();
    for (FacetRequest request : requests) {
      Facet facet =
          Facet.find(request.facet())
              .orElseThrow(() -> new IllegalArgumentException("no facet " + request.facet()));
      List<SegmentMatches> counted =
          sets.has(request.facet()) ? sets.without(request.facet()) : hits;
      counts.add(facets.count(facet, counted, request.top(), request.matching()));
    }
    return counts;
  }
}
