package org.studyatlas.places;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.studyatlas.names.NameFields;

/**
 * Finds the first entries that match, in the order of the index, which is that of their counts. So
 * it stops as soon as there are enough, and never sorts.
 */
final class NameSearch {

  private final IndexSearcher searcher;

  NameSearch(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Reads an entry out of its bytes. */
  interface EntryReader<T> {
    T read(BytesRef entry) throws IOException;
  }

  /** Is shown the entries that a query matches, in the order of the index. */
  interface Visitor {

    /**
     * An entry.
     *
     * @param document its number in the index
     * @param entry its bytes, read only if they are asked for
     * @return whether to go on
     */
    boolean visit(int document, Entry entry) throws IOException;
  }

  /** The entry of a document. */
  record Entry(BinaryDocValues entries, int doc) {

    <T> T read(EntryReader<T> reader) throws IOException {
      if (!entries.advanceExact(doc)) {
        throw new IOException("a name of the index has no entry");
      }
      return reader.read(entries.binaryValue());
    }
  }

  /**
   * What was found.
   *
   * @param entries the first ones
   * @param complete whether these are all that was asked for, or all there are
   */
  record Page<T>(List<T> entries, boolean complete) {}

  /** The first entries of a query. */
  <T> List<T> first(Query query, int count, EntryReader<T> reader) throws IOException {
    return first(query, count, Integer.MAX_VALUE, reader, entry -> true).entries();
  }

  /**
   * The first entries of a query that pass a test.
   *
   * @param maxLooks how many entries of the query are tested at most
   */
  <T> Page<T> first(Query query, int count, int maxLooks, EntryReader<T> reader, Predicate<T> test)
      throws IOException {
    FirstEntries<T> first = new FirstEntries<>(count, maxLooks, reader, test);
    boolean all = visit(query, first);
    return new Page<>(first.found, all || first.found.size() == count);
  }

  /** Shows the entries of a query until the visitor has enough; returns whether it saw all. */
  boolean visit(Query query, Visitor visitor) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      BinaryDocValues entries = leaf.reader().getBinaryDocValues(NameFields.ENTRY);
      if (scorer == null || entries == null) {
        continue;
      }
      DocIdSetIterator docs = scorer.iterator();
      while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (!visitor.visit(leaf.docBase + docs.docID(), new Entry(entries, docs.docID()))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Keeps the first ones that pass a test. */
  private static final class FirstEntries<T> implements Visitor {
    private final int count;
    private final int maxLooks;
    private final EntryReader<T> reader;
    private final Predicate<T> test;
    private final List<T> found = new ArrayList<>();
    private int looks;

    private FirstEntries(int count, int maxLooks, EntryReader<T> reader, Predicate<T> test) {
      this.count = count;
      this.maxLooks = maxLooks;
      this.reader = reader;
      this.test = test;
    }

    @Override
    public boolean visit(int document, Entry entry) throws IOException {
      if (found.size() == count || looks++ == maxLooks) {
        return false;
      }
      T read = entry.read(reader);
      if (test.test(read)) {
        found.add(read);
      }
      return true;
    }
  }
}
