package org.studyatlas.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.jspecify.annotations.Nullable;

/** Scores the documents of a {@link BestFieldQuery}. */
final class BestFieldScorer extends Scorer {

  /** How much the fields besides the best one add. */
  private static final float TIE_BREAKER = 0.15f;

  private final Scorer[] fields;
  private final DocIdSetIterator[] candidates;
  private final @Nullable TwoPhaseIterator[] checks;

  /** The fields that match {@link #seen}, and their scores wherever the words stand. */
  private final int[] matched;

  private final float[] plain;
  private int matchedCount;
  private int seen = -1;
  private int scored = -1;
  private float score;

  private final Approximation approximation = new Approximation();
  private float enough;

  BestFieldScorer(List<Scorer> scorers) {
    fields = scorers.toArray(Scorer[]::new);
    candidates = new DocIdSetIterator[fields.length];
    checks = new TwoPhaseIterator[fields.length];
    matched = new int[fields.length];
    plain = new float[fields.length];
    for (int i = 0; i < fields.length; i++) {
      TwoPhaseIterator check = fields[i].twoPhaseIterator();
      checks[i] = check;
      candidates[i] = check == null ? fields[i].iterator() : check.approximation();
    }
  }

  /** From now on a score below this one need not be exact, only below. */
  @Override
  public void setMinCompetitiveScore(float minScore) {
    enough = minScore;
  }

  @Override
  public int docID() {
    return approximation.docID();
  }

  @Override
  public DocIdSetIterator iterator() {
    return TwoPhaseIterator.asDocIdSetIterator(twoPhaseIterator());
  }

  @Override
  public TwoPhaseIterator twoPhaseIterator() {
    return new TwoPhaseIterator(approximation) {
      @Override
      public boolean matches() throws IOException {
        see();
        return matchedCount > 0;
      }

      @Override
      public float matchCost() {
        return 100f * fields.length;
      }
    };
  }

  /** Goes to a document that is known to match. */
  void advanceTo(int doc) throws IOException {
    if (approximation.docID() < doc) {
      approximation.advance(doc);
    }
  }

  @Override
  public float getMaxScore(int upTo) {
    return Float.POSITIVE_INFINITY;
  }

  @Override
  public float score() throws IOException {
    if (scored != approximation.docID()) {
      scored = approximation.docID();
      score = weigh();
    }
    return score;
  }

  private float weigh() throws IOException {
    see();
    double sum = 0;
    float largest = 0;
    for (int i = 0; i < matchedCount; i++) {
      sum += plain[i];
      largest = Math.max(largest, plain[i]);
    }
    if (largest * StandingQuery.MOST + TIE_BREAKER * sum < enough) {
      return (float) (largest + TIE_BREAKER * (sum - largest));
    }
    return best(sum);
  }

  /** Looks at fields as long as they can be the best one, the likeliest first. */
  private float best(double sum) throws IOException {
    float best = 0;
    float plainOfBest = 0;
    for (int left = matchedCount; left > 0; left--) {
      int likeliest = likeliest(left);
      if (plain[likeliest] * StandingQuery.MOST <= best) {
        break;
      }
      float score = plain[likeliest] * factor(fields[matched[likeliest]]);
      if (score > best) {
        best = score;
        plainOfBest = plain[likeliest];
      }
      putAside(likeliest, left - 1);
    }
    return (float) (best + TIE_BREAKER * (sum - plainOfBest));
  }

  private int likeliest(int count) {
    int likeliest = 0;
    for (int i = 1; i < count; i++) {
      if (plain[i] > plain[likeliest]) {
        likeliest = i;
      }
    }
    return likeliest;
  }

  private void putAside(int index, int last) {
    matched[index] = matched[last];
    plain[index] = plain[last];
  }

  private static float factor(Scorer field) throws IOException {
    return field instanceof StandingQuery.StandingScorer standing ? standing.factor() : 1;
  }

  private static float plain(Scorer field) throws IOException {
    return field instanceof StandingQuery.StandingScorer standing
        ? standing.plain()
        : field.score();
  }

  /** Finds the fields that match the current document. */
  private void see() throws IOException {
    int doc = approximation.docID();
    if (seen == doc) {
      return;
    }
    seen = doc;
    matchedCount = 0;
    for (int i = 0; i < fields.length; i++) {
      TwoPhaseIterator check = checks[i];
      if (candidates[i].docID() == doc && (check == null || check.matches())) {
        plain[matchedCount] = plain(fields[i]);
        matched[matchedCount++] = i;
      }
    }
  }

  /** Documents that may match one of the fields. */
  private final class Approximation extends DocIdSetIterator {
    private int doc = -1;

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() throws IOException {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) throws IOException {
      int least = NO_MORE_DOCS;
      for (DocIdSetIterator candidate : candidates) {
        int at = candidate.docID();
        least = Math.min(least, at < target ? candidate.advance(target) : at);
      }
      doc = least;
      return doc;
    }

    @Override
    public long cost() {
      long cost = 0;
      for (DocIdSetIterator candidate : candidates) {
        cost += candidate.cost();
      }
      return cost;
    }
  }
}
