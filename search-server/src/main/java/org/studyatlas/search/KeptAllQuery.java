package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.FixedBitSet;

/** Keeps what some kept ones have in common. */
final class KeptAllQuery extends KeptQuery {

  private final List<KeptQuery> parts;

  private KeptAllQuery(List<KeptQuery> parts) {
    this.parts = List.copyOf(parts);
  }

  /** What all of them match, at least one. */
  static KeptQuery of(List<KeptQuery> parts) {
    return parts.size() == 1 ? parts.getFirst() : new KeptAllQuery(parts);
  }

  @Override
  Finder finder(IndexSearcher searcher) throws IOException {
    List<Finder> finders = new ArrayList<>(parts.size());
    for (KeptQuery part : parts) {
      finders.add(part.finder(searcher));
    }
    return context -> find(finders, context);
  }

  private FixedBitSet find(List<Finder> finders, LeafReaderContext context) throws IOException {
    FixedBitSet all = parts.getFirst().documents(finders.getFirst(), context).bits().clone();
    for (int i = 1; i < finders.size(); i++) {
      all.and(parts.get(i).documents(finders.get(i), context).bits());
    }
    return all;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    parts.forEach(part -> part.visit(visitor));
  }

  @Override
  public String toString(String field) {
    return "all" + parts;
  }
}
