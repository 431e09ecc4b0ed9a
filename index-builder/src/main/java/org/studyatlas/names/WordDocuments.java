package org.studyatlas.names;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.studyatlas.schema.NameFold;

/**
 * Counts the studies of each value of one field, spellings that fold to one name together, and
 * writes a document for each name.
 *
 * <p>Works on numbers: per distinct value it needs its folded text and some 30 bytes.
 */
final class WordDocuments {

  /** Longest folded name that is suggested. */
  private static final int MAX_CHARS = 300;

  private static final int NONE = -1;

  private final NameKind kind;
  private final SortedSetDocValues values;
  private final BytesRefHash names = new BytesRefHash();
  private final int[] nameOf;
  private final int[] studiesOfValue;
  private final int[] studiesOfName;
  private final int[] lastStudy;
  private final int[] best;

  private WordDocuments(NameKind kind, SortedSetDocValues values) throws IOException {
    this.kind = kind;
    this.values = values;
    nameOf = new int[Math.toIntExact(values.getValueCount())];
    studiesOfValue = new int[nameOf.length];
    fold();
    studiesOfName = new int[names.size()];
    lastStudy = new int[names.size()];
    best = new int[names.size()];
    Arrays.fill(lastStudy, NONE);
    Arrays.fill(best, NONE);
  }

  /**
   * Writes the names of one kind, those with the most studies first.
   *
   * @param piece the field of sites or studies
   */
  static void write(NameKind kind, String piece, IndexReader reader, IndexWriter writer)
      throws IOException {
    SortedSetDocValues values = StudySites.values(reader, piece);
    if (values == null) {
      return;
    }
    WordDocuments documents = new WordDocuments(kind, values);
    if (kind == NameKind.FACILITY) {
      StudySites.walkSites(reader, documents::count);
    } else {
      StudySites.walkStudies(reader, documents::count);
    }
    documents.write(writer);
  }

  private void fold() throws IOException {
    for (int value = 0; value < nameOf.length; value++) {
      String folded = NameFold.fold(values.lookupOrd(value).utf8ToString());
      boolean useful = !folded.isEmpty() && folded.length() <= MAX_CHARS;
      int id = useful ? names.add(new BytesRef(folded)) : NONE;
      nameOf[value] = !useful ? NONE : id >= 0 ? id : -id - 1;
    }
  }

  private void count(int doc, int study) throws IOException {
    if (!values.advanceExact(doc)) {
      return;
    }
    for (int i = values.docValueCount(); i > 0; i--) {
      int value = (int) values.nextOrd();
      int name = nameOf[value];
      studiesOfValue[value]++;
      if (name != NONE && lastStudy[name] != study) {
        lastStudy[name] = study;
        studiesOfName[name]++;
      }
    }
  }

  private void write(IndexWriter writer) throws IOException {
    chooseSpellings();
    BytesRef folded = new BytesRef();
    for (long packed : inOrder()) {
      int name = (int) packed;
      String spelling = values.lookupOrd(best[name]).utf8ToString().strip();
      names.get(name, folded);
      writer.addDocument(
          NameFields.document(
              new CountedName(kind, spelling, studiesOfName[name]), folded.utf8ToString()));
    }
  }

  /** The most frequent spelling; of equally frequent ones the first by its bytes. */
  private void chooseSpellings() {
    for (int value = 0; value < nameOf.length; value++) {
      int name = nameOf[value];
      boolean better =
          name != NONE
              && (best[name] == NONE || studiesOfValue[value] > studiesOfValue[best[name]]);
      if (better) {
        best[name] = value;
      }
    }
  }

  /** Numbers of the names in the lower half, those with the most studies first. */
  private long[] inOrder() {
    long[] order = new long[studiesOfName.length];
    for (int name = 0; name < order.length; name++) {
      order[name] = (long) (Integer.MAX_VALUE - studiesOfName[name]) << 32 | name;
    }
    Arrays.sort(order);
    return order;
  }
}
