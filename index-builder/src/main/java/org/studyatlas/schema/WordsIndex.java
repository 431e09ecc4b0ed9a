package org.studyatlas.schema;

import org.apache.lucene.document.Document;
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
 * <p>Fields of a weighted search area keep their lengths (norms), which relevance needs; the others
 * are listed in {@link BlockFields#PRESENT} instead.
 *
 * @param field of the catalogue
 * @param scored whether a weighted search area holds it
 */
public record WordsIndex(Field field, boolean scored) implements IndexField {

  private static final FieldType SCORED = type(false);
  private static final FieldType UNSCORED = type(true);

  private static FieldType type(boolean omitNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }

  /** Whether documents keep the field's length. */
  public boolean hasNorms() {
    return scored && !field.ofSite();
  }

  /** Whether {@link BlockFields#PRESENT} must tell that the field has a value. */
  public boolean listedAsPresent() {
    return !hasNorms() && !IndexSchema.VALUE_PIECES.contains(name());
  }

  /** Adds one value. */
  public void add(Document document, String value) {
    document.add(
        new org.apache.lucene.document.Field(name(), value, hasNorms() ? SCORED : UNSCORED));
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
    return new FieldExistsQuery(hasNorms() ? name() : IndexSchema.valueField(name()));
  }
}
