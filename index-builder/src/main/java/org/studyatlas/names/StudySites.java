package org.studyatlas.names;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.IndexSchema;

/** Walks over the documents of the main index and reads whole values by their numbers. */
final class StudySites {

  private StudySites() {}

  /** Takes the documents one by one, in their order. */
  interface Visitor {

    /**
     * Takes a document.
     *
     * @param doc of a site or a study
     * @param study the document of its study
     */
    void visit(int doc, int study) throws IOException;
  }

  /** Visits all sites, study by study. */
  static void walkSites(IndexReader reader, Visitor visitor) throws IOException {
    NumericDocValues ordinals = MultiDocValues.getNumericValues(reader, BlockFields.SITE_ORDINAL);
    SortedNumericDocValues studies =
        MultiDocValues.getSortedNumericValues(reader, BlockFields.NCT_NUMBER);
    if (ordinals == null || studies == null) {
      return;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    for (int doc = ordinals.nextDoc(); isDoc(doc); doc = ordinals.nextDoc()) {
      int study = studies.docID() < doc ? studies.advance(doc) : studies.docID();
      if (live == null || live.get(doc)) {
        visitor.visit(doc, study);
      }
    }
  }

  /** Visits all studies. */
  static void walkStudies(IndexReader reader, Visitor visitor) throws IOException {
    SortedNumericDocValues studies =
        MultiDocValues.getSortedNumericValues(reader, BlockFields.NCT_NUMBER);
    if (studies == null) {
      return;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    for (int doc = studies.nextDoc(); isDoc(doc); doc = studies.nextDoc()) {
      if (live == null || live.get(doc)) {
        visitor.visit(doc, doc);
      }
    }
  }

  private static boolean isDoc(int doc) {
    return doc != DocIdSetIterator.NO_MORE_DOCS;
  }

  /** The whole values of a piece, numbered over all segments; null if no document has one. */
  static @Nullable SortedSetDocValues values(IndexReader reader, String piece) throws IOException {
    return MultiDocValues.getSortedSetValues(reader, IndexSchema.valueField(piece));
  }

  /** Number of a document's value; -1 if it has none. */
  static int number(@Nullable SortedSetDocValues values, int doc) throws IOException {
    return values != null && values.advanceExact(doc) ? (int) values.nextOrd() : -1;
  }

  /** The value of that number; empty for -1. */
  static String text(@Nullable SortedSetDocValues values, int number) throws IOException {
    return values == null || number < 0 ? "" : values.lookupOrd(number).utf8ToString();
  }
}
