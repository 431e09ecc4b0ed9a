package org.studyatlas.search;

import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryVisitor;
import org.studyatlas.schema.PointArea;

/**
 * Keeps the sites in an area, found by {@link PointPostings}. Lucene's own query on points finds
 * the same, but first relates a circle or polygon to some thousand cells, and then many sites to it
 * one by one.
 */
final class KeptAreaQuery extends KeptQuery {

  private final PointArea area;
  private final List<PointPostings> postings;

  /**
   * Sites in an area.
   *
   * @param postings of all segments, in their order
   */
  KeptAreaQuery(PointArea area, List<PointPostings> postings) {
    this.area = area;
    this.postings = List.copyOf(postings);
  }

  @Override
  Finder finder(IndexSearcher searcher) {
    return segment -> postings.get(segment.ord).in(area, segment.reader().maxDoc());
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "in(" + area + ")";
  }
}
