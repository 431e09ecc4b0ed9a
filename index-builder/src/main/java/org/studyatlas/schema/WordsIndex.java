package org.studyatlas.schema;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.studyatlas.fields.Field;

/**
 * A text leaf: words with positions, written forms in payloads; see {@link WordTokenizer}.
 *
 * <p>Only some fields keep their lengths (norms); the others are listed in {@link
 * BlockFields#PRESENT} instead.
 *
 * @param field of the catalogue
 * @param hasNorms whether documents keep the field's length, for relevance; see {@link IndexSchema}
 * @param hasValues whether whole values are doc values too; see {@link IndexSchema#valueField}
 */
public record WordsIndex(Field field, boolean hasNorms, boolean hasValues) implements IndexField {

  private static final FieldType WITH_NORMS = type(false);
  private static final FieldType WITHOUT_NORMS = type(true);

  private static FieldType type(boolean omitNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }

  /** Whether {@link BlockFields#PRESENT} must tell that the field has a value. */
  public boolean listedAsPresent() {
    return !hasNorms && !hasValues;
  }

  /** The field of a document, for all of its values. */
  public WordsField newField() {
    return new WordsField(name(), hasNorms ? WITH_NORMS : WITHOUT_NORMS);
  }

  /** The term of a word in this field. */
  public Term term(Word word) {
    return new Term(name(), word.term());
  }

  @Override
  public Query exists() {
    if (listedAsPresent()) {
      return new TermQuery(new Term(BlockFields.PRESENT, name()));
    }
    return new FieldExistsQuery(hasNorms ? name() : IndexSchema.valueField(name()));
  }
}
