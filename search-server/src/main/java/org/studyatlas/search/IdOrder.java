package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.ArrayUtil;
import org.studyatlas.schema.BlockFields;

/** The studies found in the order of their NCT ids: 8 bytes for each, that a lease holds. */
final class IdOrder implements StudyScan.Visitor, ResultWalk.Parts {

  private static final int PART = 1_000;
  private static final int FIRST = 1_024;

  private final Lease lease;

  /** Number of the id in the upper half, number of the document in the lower one. */
  private long[] studies = {};

  private int size;
  private int position;
  private int docBase;
  private SortedNumericDocValues ids = DocValues.emptySortedNumeric();

  IdOrder(Lease lease) {
    this.lease = lease;
  }

  @Override
  public void enter(LeafReaderContext segment) throws IOException {
    ids = DocValues.getSortedNumeric(segment.reader(), BlockFields.NCT_NUMBER);
    docBase = segment.docBase;
  }

  @Override
  public void visit(int doc) throws IOException {
    if (!ids.advanceExact(doc)) {
      throw new IllegalStateException("document " + doc + " is no study");
    }
    if (size == studies.length) {
      grow(Math.max(FIRST, ArrayUtil.oversize(size + 1, Long.BYTES)));
    }
    studies[size++] = ids.nextValue() << Integer.SIZE | (docBase + doc);
  }

  private void grow(int length) {
    lease.hold((long) (length - size) * Long.BYTES);
    studies = ArrayUtil.growExact(studies, length);
  }

  /** Puts them in order; nothing must be visited afterwards. */
  void sort(boolean descending) {
    Arrays.sort(studies, 0, size);
    if (descending) {
      for (int i = 0, j = size - 1; i < j; i++, j--) {
        long swapped = studies[i];
        studies[i] = studies[j];
        studies[j] = swapped;
      }
    }
  }

  int size() {
    return size;
  }

  @Override
  public List<ScoreDoc> next() {
    int end = Math.min(size, position + PART);
    List<ScoreDoc> part = new ArrayList<>(end - position);
    for (; position < end; position++) {
      part.add(new ScoreDoc((int) studies[position], Float.NaN));
    }
    return part;
  }
}
