package org.studyatlas.search;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.Bits;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.study.NctId;

/**
 * Walks over all studies of a generation, in the order of the index and in constant memory. Two
 * walks over one generation go the same way.
 *
 * <p>For one thread at a time.
 */
public final class RecordWalk {

  private final Iterator<LeafReaderContext> leaves;
  private BinaryDocValues records = DocValues.emptyBinary();
  private SortedNumericDocValues ids = DocValues.emptySortedNumeric();
  private Bits live = new Bits.MatchAllBits(0);

  RecordWalk(List<LeafReaderContext> leaves) {
    this.leaves = leaves.iterator();
  }

  /** Goes to the next study; false if there is none. */
  public boolean next() throws IOException {
    while (true) {
      int doc = records.nextDoc();
      if (doc == BinaryDocValues.NO_MORE_DOCS) {
        if (!leaves.hasNext()) {
          return false;
        }
        enter(leaves.next().reader());
      } else if (live.get(doc)) {
        return true;
      }
    }
  }

  private void enter(LeafReader leaf) throws IOException {
    records = DocValues.getBinary(leaf, BlockFields.RECORD);
    ids = DocValues.getSortedNumeric(leaf, BlockFields.NCT_NUMBER);
    Bits notDeleted = leaf.getLiveDocs();
    live = notDeleted == null ? new Bits.MatchAllBits(leaf.maxDoc()) : notDeleted;
  }

  /** The study that was gone to. */
  public NctId id() throws IOException {
    if (!ids.advanceExact(records.docID())) {
      throw new IOException("document " + records.docID() + " has a record but no NCT id");
    }
    return new NctId((int) ids.nextValue());
  }

  /** Where its record lies. */
  public RecordPointer record() throws IOException {
    return BlockFields.record(records.binaryValue());
  }
}
