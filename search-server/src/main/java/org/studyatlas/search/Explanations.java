package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Explains a score by itself, for queries that have no parts worth telling. */
final class Explanations {

  private Explanations() {}

  /** Whether a document matches, and what it scores. */
  static Explanation of(Weight weight, LeafReaderContext context, int doc) throws IOException {
    Scorer scorer = weight.scorer(context);
    String what = weight.getQuery().toString();
    return scorer != null && scorer.iterator().advance(doc) == doc
        ? Explanation.match(scorer.score(), what)
        : Explanation.noMatch(what);
  }
}
