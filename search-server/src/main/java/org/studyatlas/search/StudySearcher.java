package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import org.studyatlas.facet.Facet;
import org.studyatlas.facet.FacetCounter;
import org.studyatlas.facet.FacetCounts;
import org.studyatlas.query.Expr;
import org.studyatlas.query.FacetRequest;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SearchRequest;
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
  private final FacetCounter facets;
  private final String generation;

  /**
   * Prepares the search of an index.
   *
   * @param searcher over the generation's Lucene index
   * @param generation what binds a cursor to the generation: its name and digest
   */
  StudySearcher(IndexSearcher searcher, String generation) throws IOException {
    this.searcher = searcher;
    this.generation = generation;
    this.facets = new FacetCounter(searcher.getIndexReader());
  }

  /** What is found, before any order or page. */
  private record Found(Query query, Query matchingSites, boolean scores) {}

  /**
   * Searches.
   *
   * @throws CursorException if the request's cursor cannot be used
   * @throws OversizedQueryException if the expression has more parts than can be searched
   */
  public SearchPage search(SearchRequest request)
      throws IOException, CursorException, OversizedQueryException {
    try {
      return find(request);
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  /**
   * Refuses what {@link #search} would refuse, without searching.
   *
   * @throws CursorException if the request's cursor cannot be used
   * @throws OversizedQueryException if the expression has more parts than can be searched
   */
  public void check(SearchRequest request)
      throws IOException, CursorException, OversizedQueryException {
    try {
      Found found = found(request);
      searcher.rewrite(found.query());
      after(request.page().cursor(), sort(request, found));
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  private SearchPage find(SearchRequest request) throws IOException, CursorException {
    Found found = found(request);
    Sort sort = sort(request, found);
    FieldDoc after = after(request.page().cursor(), sort);
    int size = request.page().size();
    boolean exactTotal = request.page().countTotal();
    int threshold = exactTotal ? Integer.MAX_VALUE : size + 1;
    TopFieldCollectorManager top =
        new TopFieldCollectorManager(sort, Math.max(1, size), after, threshold);
    TopFieldDocs docs;
    List<FacetCounts> counts = List.of();
    if (request.facets().isEmpty()) {
      docs = searcher.search(found.query(), top);
    } else {
      Object[] both =
          searcher.search(
              found.query(), new MultiCollectorManager(top, new FacetsCollectorManager()));
      docs = (TopFieldDocs) both[0];
      counts = counts(request.facets(), (FacetsCollector) both[1]);
    }
    List<ScoreDoc> page = List.of(docs.scoreDocs).subList(0, Math.min(size, docs.scoreDocs.length));
    boolean listSites =
        !request.sites().isNone() || (request.origin() != null && request.decay() == null);
    HitReader reader = new HitReader(searcher, sort);
    List<StudyHit> hits =
        reader.read(page, listSites ? found.matchingSites() : null, request.origin());
    return new SearchPage(
        exactTotal ? OptionalLong.of(docs.totalHits.value()) : OptionalLong.empty(),
        hits,
        next(page, size, sort),
        counts);
  }

  /** Whether a cursor was made by this search, so that it can be continued here. */
  boolean issued(String cursor) {
    return Cursor.isOf(cursor, generation);
  }

  /** Number of studies that match an expression. */
  public int count(Expr expr) throws IOException {
    return searcher.count(compiler().studies(expr));
  }

  /** A new one for each request, since it counts what the request costs. */
  private ExprCompiler compiler() {
    return new ExprCompiler(searcher, Synonyms.NONE);
  }

  private Found found(SearchRequest request) throws IOException {
    ExprCompiler compiler = compiler();
    boolean scores = !(request.query() instanceof Expr.All);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (scores) {
      query.add(compiler.studies(request.query()), Occur.MUST);
    }
    if (!(request.filter() instanceof Expr.All)) {
      query.add(compiler.studies(request.filter()), Occur.FILTER);
    }
    Expr atSite = SiteQueries.of(request.sites());
    if (!request.sites().isNone()) {
      query.add(compiler.studies(new Expr.Search(Scope.SITE, atSite)), Occur.FILTER);
    }
    if (!scores) {
      query.add(BlockFields.studies(), Occur.FILTER);
    }
    return new Found(
        GeoDecayQueries.decayed(query.build(), request, searcher), compiler.sites(atSite), scores);
  }

  private Sort sort(SearchRequest request, Found found) throws IOException {
    List<SortField> fields = new ArrayList<>();
    for (org.studyatlas.query.Sort criterion : request.sort()) {
      fields.add(SortFields.of(criterion, request.origin(), found.matchingSites(), searcher));
    }
    if (fields.isEmpty() && found.scores()) {
      fields.add(SortField.FIELD_SCORE);
    }
    fields.add(BlockFields.sortById(false));
    return new Sort(fields.toArray(SortField[]::new));
  }

  private @Nullable FieldDoc after(@Nullable String cursor, Sort sort) throws CursorException {
    if (cursor == null) {
      return null;
    }
    int maxDoc = searcher.getIndexReader().maxDoc();
    return Cursor.decode(cursor, generation, SortFields.text(sort), sort.getSort().length, maxDoc);
  }

  private Optional<String> next(List<ScoreDoc> page, int size, Sort sort) {
    return page.isEmpty() || page.size() < size
        ? Optional.empty()
        : Optional.of(Cursor.encode(generation, SortFields.text(sort), (FieldDoc) page.getLast()));
  }

  private List<FacetCounts> counts(List<FacetRequest> requests, FacetsCollector hits)
      throws IOException {
    List<FacetCounts> counts = new ArrayList<>();
    for (FacetRequest request : requests) {
      counts.add(facets.count(Facet.ofField(request.field()), hits, request.top()));
    }
    return counts;
  }
}
