package org.studyatlas.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;
import org.studyatlas.query.SearchRequest;

/**
 * The cursors of searches for studies in one generation.
 *
 * @param generation what binds them to it: its name and digest
 * @param maxDoc number of its documents
 */
record StudyCursors(String generation, int maxDoc) {

  /** Whether a cursor was made for this generation. */
  boolean issued(String cursor) {
    return Cursor.isOf(cursor, generation);
  }

  /** The hit that the request's page begins behind; null if it is the first page. */
  @Nullable FieldDoc after(SearchRequest request, Sort sort) throws CursorException {
    String cursor = request.page().cursor();
    if (cursor == null) {
      return null;
    }
    String search = SearchText.of(request, sort);
    return Cursor.decode(cursor, generation, search, sort.getSort().length, maxDoc);
  }

  /** Continues behind a page; empty behind one that is not full. */
  Optional<String> next(SearchRequest request, List<ScoreDoc> page, Sort sort) {
    if (page.isEmpty() || page.size() < request.page().size()) {
      return Optional.empty();
    }
    FieldDoc last = (FieldDoc) page.getLast();
    return Optional.of(Cursor.encode(generation, SearchText.of(request, sort), last));
  }
}
