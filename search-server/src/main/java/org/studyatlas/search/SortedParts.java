package org.studyatlas.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * The studies found in any order: each part is searched for behind the one before. Each of these
 * searches has its own time; how long the client takes between them does not count.
 */
final class SortedParts implements ResultWalk.Parts {

  /** The first part is small, so that it is sent soon; the others make few searches. */
  private static final int FIRST_PART = 1_000;

  private static final int PART = 20_000;

  /** Of a hit with its sort values, or with its id and the place of its record. */
  private static final int BYTES_OF_HIT = 256;

  private final IndexReader reader;
  private final Duration limit;
  private final Query query;
  private final Sort sort;
  private @Nullable FieldDoc last;
  private boolean ended;

  SortedParts(IndexReader reader, Duration limit, Query query, Sort sort) {
    this.reader = reader;
    this.limit = limit;
    this.query = query;
    this.sort = sort;
  }

  /**
   * Bytes that such a walk keeps: a part of the hits, and a bit for each document, once for the
   * studies found and once for the matching sites.
   */
  static long bytes(IndexReader reader, int total) {
    return (long) Math.min(total, PART) * BYTES_OF_HIT + 2L * reader.maxDoc() / Byte.SIZE;
  }

  @Override
  public List<ScoreDoc> next() throws IOException {
    if (ended) {
      return List.of();
    }
    int size = last == null ? FIRST_PART : PART;
    TopFieldCollectorManager top = new TopFieldCollectorManager(sort, size, last, size);
    SearchClock clock = SearchClock.start(reader, limit);
    List<ScoreDoc> part = List.of(clock.searcher().search(query, top).scoreDocs);
    clock.requireTime();
    ended = part.size() < size;
    last = part.isEmpty() ? last : (FieldDoc) part.getLast();
    return part;
  }
}
