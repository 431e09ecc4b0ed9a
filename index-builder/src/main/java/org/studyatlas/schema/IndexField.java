package org.studyatlas.schema;

import org.apache.lucene.search.Query;
import org.studyatlas.fields.Field;

/**
 * How one leaf of the catalogue lives in Lucene: it writes its values into a document and builds
 * its own queries, so that both sides cannot disagree.
 *
 * <p>The Lucene field has the piece's name. Fields of a site (see {@link Field#ofSite}) stand in
 * site documents, all others in study documents; their queries match documents of that kind.
 */
public sealed interface IndexField permits ExactIndex, NumberIndex, PointIndex, WordsIndex {

  /** The field of the catalogue. */
  Field field();

  /** Documents that have a value. */
  Query exists();

  /** Name of the Lucene field. */
  default String name() {
    return field().piece();
  }
}
