package org.studyatlas.schema;

import java.util.Collection;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.studyatlas.fields.Field;

/**
 * A leaf whose values are matched as a whole: enum constants, booleans, NCT ids, country codes. Doc
 * values serve facets and sorting.
 *
 * @param field of the catalogue
 */
public record ExactIndex(Field field) implements IndexField {

  /** Longest value in UTF-8 bytes that Lucene takes as one term. */
  public static final int MAX_BYTES = 32_766;

  /** Adds one value; see {@link #MAX_BYTES}. */
  public void add(Document document, String value) {
    document.add(new KeywordField(name(), value, org.apache.lucene.document.Field.Store.NO));
  }

  /** Documents with that value. */
  public Query is(String value) {
    return KeywordField.newExactQuery(name(), value);
  }

  /** Documents with one of the values. */
  public Query isOneOf(Collection<String> values) {
    return KeywordField.newSetQuery(name(), values.stream().map(BytesRef::new).toList());
  }

  @Override
  public Query exists() {
    return new FieldExistsQuery(name());
  }
}
