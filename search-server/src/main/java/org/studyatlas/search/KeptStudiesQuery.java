package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.studyatlas.schema.BlockFields;

/** Keeps the studies of kept sites. */
final class KeptStudiesQuery extends KeptQuery {

  private final KeptQuery sites;

  KeptStudiesQuery(KeptQuery sites) {
    this.sites = sites;
  }

  @Override
  Finder finder(IndexSearcher searcher) throws IOException {
    Finder ofSites = sites.finder(searcher);
    return context -> find(sites.documents(ofSites, context).iterator(), context);
  }

  /** A site stands before its study, with nothing but sites of the same study between them. */
  private static FixedBitSet find(DocIdSetIterator sites, LeafReaderContext context)
      throws IOException {
    int maxDoc = context.reader().maxDoc();
    FixedBitSet found = new FixedBitSet(maxDoc);
    BitSet studies = BlockFields.studyBits().getBitSet(context);
    if (studies == null) {
      return found;
    }
    int site = sites.nextDoc();
    while (site != DocIdSetIterator.NO_MORE_DOCS) {
      int study = studies.nextSetBit(site);
      found.set(study);
      site = sites.advance(study + 1);
    }
    return found;
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
