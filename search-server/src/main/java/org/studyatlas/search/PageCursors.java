package org.studyatlas.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;
import org.studyatlas.query.SearchRequest;

/**
 * The cursors of searches in one generation.
 *
 * @param generation what binds them to it: its name and digest
 * @param maxDoc number of its documents
 */
record PageCursors(String generation, int maxDoc) {

  /** Whether a cursor was made for this generation. */
  boolean issued(String cursor) {
    return Cursor.isOf(cursor, generation);
  }

  /**
   * What the request's page begins behind; null if it is the first page.
   *
   * @param order of the search, as a text
   * @param types of the values that it sorts by
   */
  @Nullable FieldDoc after(SearchRequest request, String order, List<Class<?>> types)
      throws CursorException {
    String cursor = request.page().cursor();
    return cursor == null
        ? null
        : Cursor.decode(cursor, generation, SearchText.of(request, order), types, maxDoc);
  }

  /**
   * Continues behind a page; empty behind one that is not full.
   *
   * @param found number of hits on the page
   * @param last the last one of them
   */
  Optional<String> next(SearchRequest request, String order, int found, Supplier<FieldDoc> last) {
    return found == 0 || found < request.page().size()
        ? Optional.empty()
        : Optional.of(Cursor.encode(generation, SearchText.of(request, order), last.get()));
  }
}
