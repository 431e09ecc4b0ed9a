package org.studyatlas.verify;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.study.NctId;

/** Visits every study of an index in document order and checks that its block is whole. */
final class StudyWalk {

  /**
   * What was seen.
   *
   * @param studies live studies
   * @param sites in their blocks
   * @param recordsRead records that were inflated
   * @param recordsEnd byte behind the last record
   * @param digest see {@link ContentDigest}
   */
  record Totals(long studies, long sites, long recordsRead, long recordsEnd, String digest) {
    static final Totals NONE = new Totals(0, 0, 0, 0, "");
  }

  private final RecordCheck records;
  private final Findings findings;
  private final ContentDigest digest = new ContentDigest();
  private long studies;
  private long sites;
  private long recordsEnd;

  StudyWalk(RecordCheck records, Findings findings) {
    this.records = records;
    this.findings = findings;
  }

  Totals over(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      over(leaf.reader());
    }
    return new Totals(studies, sites, records.read(), recordsEnd, digest.hex());
  }

  private void over(LeafReader segment) throws IOException {
    SortedNumericDocValues ids = DocValues.getSortedNumeric(segment, BlockFields.NCT_NUMBER);
    NumericDocValues ordinals = DocValues.getNumeric(segment, BlockFields.SITE_ORDINAL);
    BinaryDocValues pointers = DocValues.getBinary(segment, BlockFields.RECORD);
    Bits live = segment.getLiveDocs();
    int blockStart = 0;
    for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
      if (live == null || live.get(doc)) {
        NctId id = new NctId((int) ids.nextValue());
        checkRecord(id, doc, checkBlock(id, blockStart, doc, ordinals), pointers);
      }
      blockStart = doc + 1;
    }
    findings.expectEqual("documents behind the last study", 0, segment.maxDoc() - blockStart);
  }

  /** Returns the places of its sites in the record's list, -1 for none. */
  private int[] checkBlock(NctId id, int first, int study, NumericDocValues ordinals)
      throws IOException {
    studies++;
    sites += study - first;
    int[] places = new int[study - first];
    boolean inOrder = true;
    for (int i = 0; i < places.length; i++) {
      places[i] = ordinals.advanceExact(first + i) ? (int) ordinals.longValue() : -1;
      // A list may hold elements that are no sites, so that places are left out.
      inOrder &= places[i] > (i == 0 ? -1 : places[i - 1]);
    }
    if (!inOrder) {
      findings.add("sites of " + id, "in the record's order", "another order");
    }
    return places;
  }

  private void checkRecord(NctId id, int doc, int[] sites, BinaryDocValues pointers)
      throws IOException {
    if (!pointers.advanceExact(doc)) {
      findings.add("record of " + id, "a pointer", "none");
      return;
    }
    RecordPointer pointer = BlockFields.record(pointers.binaryValue());
    digest.add(id, pointer.crc32());
    recordsEnd = Math.max(recordsEnd, pointer.offset() + pointer.deflatedLength());
    records.check(id, pointer, sites);
  }
}
