package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.schema.BlockFields;

/** Counts sites that a search about places cannot judge, since nothing tells where they are. */
final class MissingPoints {

  /** Sites between two looks at the clock. */
  private static final int UNWATCHED = 256;

  /** Stands where no conditions on sites are. */
  private static final Query NO_SITES = new MatchNoDocsQuery("no conditions on sites");

  private MissingPoints() {}

  /**
   * Counts those that fulfil a request otherwise.
   *
   * @param points that may know where some of them are; of the searcher's generation
   * @throws SlowSearchException if the searcher is a clock's and its time is over
   */
  static long count(SearchRequest request, SitePoints points, IndexSearcher searcher)
      throws IOException {
    SiteConditions anywhere = request.sites().anywhere();
    if (anywhere.isNone() && !request.restrictsStudies()) {
      return points.countNowhere(searcher);
    }
    ExprCompiler compiler = ExprCompiler.matching(new TermLookups(searcher), Synonyms.NONE);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(BlockFields.unlocatedSites(), Occur.FILTER);
    query.add(compiler.sites(SiteQueries.of(anywhere)), Occur.FILTER);
    if (request.restrictsStudies()) {
      SearchRequest studies = request.withSites(SiteConditions.NONE);
      query.add(
          new ToChildBlockJoinQuery(
              StudyQueries.of(studies, compiler, compiler, NO_SITES), BlockFields.studyBits()),
          Occur.FILTER);
    }
    return count(query.build(), points, searcher);
  }

  /**
   * Counts.
   *
   * @param unlocated sites without coordinates
   * @param points that may know where some of them are
   * @throws SlowSearchException if the searcher is a clock's and its time is over
   */
  static long count(Query unlocated, SitePoints points, IndexSearcher searcher) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(unlocated), ScoreMode.COMPLETE_NO_SCORES, 1);
    long count = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      SitePoints.Segment segment = points.open(leaf);
      DocIdSetIterator sites = scorer.iterator();
      int seen = 0;
      while (sites.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (seen++ % UNWATCHED == 0) {
          SearchClock.requireTime(searcher);
        }
        count += segment.isResolved(sites.docID()) ? 0 : 1;
      }
    }
    return count;
  }
}
