package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.schema.BlockFields;

/**
 * The documents of one study, to put expressions to them alone.
 *
 * @param searcher over the whole index
 * @param segment that holds the block
 * @param first number of its first document in the segment
 * @param study number of the study's own document, its last one
 * @param points where its sites are
 */
record StudyBlock(
    IndexSearcher searcher, LeafReaderContext segment, int first, int study, SitePoints points) {

  /**
   * The block of a study.
   *
   * @param doc number of the study's document in the index
   * @param points where sites are
   */
  static StudyBlock open(IndexSearcher searcher, int doc, SitePoints points) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext segment = leaves.get(ReaderUtil.subIndex(doc, leaves));
    int study = doc - segment.docBase;
    org.apache.lucene.util.BitSet studies =
        Objects.requireNonNull(BlockFields.studyBits().getBitSet(segment), "no study");
    int first = study == 0 ? 0 : studies.prevSetBit(study - 1) + 1;
    return new StudyBlock(searcher, segment, first, study, points);
  }

  /** Number of sites. */
  int sites() {
    return study - first;
  }

  /**
   * Which documents of the scope match, counted from the block's first. Those of other blocks are
   * not looked at.
   *
   * @throws SlowSearchException if the searcher is a clock's and its time is over
   */
  BitSet matches(Expr expr, Scope scope) throws IOException {
    SearchClock.requireTime(searcher);
    ExprCompiler compiler = ExprCompiler.matching(new TermLookups(searcher), Synonyms.NONE, points);
    Query query =
        switch (scope) {
          case STUDY -> compiler.studies(expr);
          case SITE -> compiler.sites(expr);
        };
    Scorer scorer =
        searcher
            .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
            .scorer(segment);
    BitSet found = new BitSet();
    if (scorer != null) {
      TwoPhaseIterator check = scorer.twoPhaseIterator();
      DocIdSetIterator docs = check == null ? scorer.iterator() : check.approximation();
      int from = scope == Scope.STUDY ? study : first;
      for (int doc = docs.advance(from); doc <= study; doc = docs.nextDoc()) {
        if (check == null || check.matches()) {
          found.set(doc - first);
        }
      }
    }
    return found;
  }

  /** Positions of sites in the record, by their documents counted from the block's first. */
  List<Integer> ordinals(BitSet sites) throws IOException {
    NumericDocValues values = DocValues.getNumeric(segment.reader(), BlockFields.SITE_ORDINAL);
    List<Integer> ordinals = new ArrayList<>(sites.cardinality());
    for (int site = sites.nextSetBit(0); site >= 0; site = sites.nextSetBit(site + 1)) {
      if (!values.advanceExact(first + site)) {
        throw new IllegalStateException("document " + (first + site) + " is no site");
      }
      ordinals.add((int) values.longValue());
    }
    return ordinals;
  }
}
