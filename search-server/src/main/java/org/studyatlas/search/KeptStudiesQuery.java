package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryVisitor;

/** Keeps the studies of kept sites. */
final class KeptStudiesQuery extends KeptQuery {

  private final KeptQuery sites;

  KeptStudiesQuery(KeptQuery sites) {
    this.sites = sites;
  }

  @Override
  Finder finder(IndexSearcher searcher) throws IOException {
    Finder ofSites = sites.finder(searcher);
    return context -> BlockBits.studiesOf(sites.documents(ofSites, context).bits(), context);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    sites.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "studies(" + sites.toString(field) + ")";
  }
}
