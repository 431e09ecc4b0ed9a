package org.studyatlas.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** The studies found in any order: each part is searched for behind the one before. */
final class SortedParts implements ResultWalk.Parts {

  /** The first part is small, so that it is sent soon; the others make few searches. */
  private static final int FIRST_PART = 1_000;

  private static final int PART = 20_000;

  private final IndexSearcher searcher;
  private final Query query;
  private final Sort sort;
  private @Nullable FieldDoc last;
  private boolean ended;

  SortedParts(IndexSearcher searcher, Query query, Sort sort) {
    this.searcher = searcher;
    this.query = query;
    this.sort = sort;
  }

  @Override
  public List<ScoreDoc> next() throws IOException {
    if (ended) {
      return List.of();
    }
    int size = last == null ? FIRST_PART : PART;
    TopFieldCollectorManager top = new TopFieldCollectorManager(sort, size, last, size);
    List<ScoreDoc> part = List.of(searcher.search(query, top).scoreDocs);
    ended = part.size() < size;
    last = part.isEmpty() ? last : (FieldDoc) part.getLast();
    return part;
  }
}
