package org.studyatlas.mapping;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.TermsField;
import org.studyatlas.schema.WordsField;
import org.studyatlas.schema.WordsIndex;

/**
 * A document that values are put into; all values of a text leaf go into one field. Used while one
 * record is read, by one thread.
 */
final class DocumentDraft {

  private final Document document = new Document();
  private final Map<WordsIndex, WordsField> fields = new IdentityHashMap<>();
  private @Nullable TermsField present;

  Document document() {
    return document;
  }

  /** Adds a value of a text leaf. */
  void addWords(WordsIndex words, String value) {
    fields.computeIfAbsent(words, this::newField).add(value);
  }

  private WordsField newField(WordsIndex words) {
    WordsField field = words.newField();
    document.add(field);
    return field;
  }

  /** Notes that a piece has a value, for those whose own field cannot tell. */
  void addPresent(BytesRef piece) {
    if (present == null) {
      present = new TermsField(BlockFields.PRESENT);
      document.add(present);
    }
    present.add(piece);
  }
}
