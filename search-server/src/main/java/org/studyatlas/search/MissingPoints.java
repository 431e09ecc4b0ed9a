package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SiteConditions;

/** Counts sites that a search about places cannot judge, since nothing tells where they are. */
final class MissingPoints {

  private MissingPoints() {}

  /**
   * Counts those that fulfil a request otherwise.
   *
   * @param points that may know where some of them are; of the searcher's generation
   * @param filters of the same generation
   * @param lookups of the request
   * @throws SlowSearchException if the lookups' searcher is a clock's and its time is over
   */
  static long count(
      SearchRequest request, SitePoints points, SiteFilters filters, TermLookups lookups)
      throws IOException {
    IndexSearcher searcher = lookups.searcher();
    SiteConditions anywhere = request.sites().anywhere();
    KeptQuery nowhere = points.nowhere();
    if (anywhere.isNone() && !request.restrictsStudies()) {
      return searcher.count(nowhere);
    }
    ExprCompiler compiler = ExprCompiler.matching(lookups, Synonyms.NONE, points.own());
    KeptQuery sites = anywhere.isNone() ? nowhere : filters.nowhere(anywhere, nowhere, compiler);
    Query studies = StudyQueries.of(request, compiler, compiler, sites);
    return SiteScan.run(searcher, studies, sites, null, points, (key, doc) -> {}).sites();
  }
}
