package org.studyatlas.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableFieldType;

/**
 * All values that a document has in one Lucene field, which takes them as one stream: a field for
 * each of them would cost more than many of them do.
 *
 * @param <V> what a value is before it becomes terms
 */
public abstract sealed class ListField<V> extends Field permits TermsField, WordsField {

  private final List<V> values = new ArrayList<>(1);

  ListField(String name, IndexableFieldType type) {
    super(name, type);
  }

  /** Adds a value behind the others; it must not change any more. */
  public final void add(V value) {
    values.add(value);
  }

  /** The values, in the order in which they were added. */
  public final List<V> values() {
    return Collections.unmodifiableList(values);
  }
}
