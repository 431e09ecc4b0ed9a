package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.WordPattern;

/**
 * Words of one field; they score more where they stand side by side, and still more where they are
 * the whole of a value.
 *
 * <p>Positions are read when a document is asked for its {@link StandingScorer#factor}, in one pass
 * for both.
 */
final class StandingQuery extends Query {

  /** A score is multiplied by this where the words stand side by side. */
  private static final float TOGETHER_FACTOR = 1.2f;

  /** A score is multiplied by this, too, where the words are the whole of a value. */
  private static final float WHOLE_FACTOR = 1.2f;

  /** The largest factor. */
  static final float MOST = TOGETHER_FACTOR * WHOLE_FACTOR;

  private final Query matching;
  private final String field;
  private final WordPattern words;
  private final float together;

  /**
   * Weighs how words stand.
   *
   * @param matching finds and scores them, wherever they stand
   * @param field of the words
   * @param words in their order
   * @param rewarded whether standing side by side scores more; false where it is demanded anyway
   */
  StandingQuery(Query matching, String field, WordPattern words, boolean rewarded) {
    this(matching, field, words, rewarded ? TOGETHER_FACTOR : 1);
  }

  private StandingQuery(Query matching, String field, WordPattern words, float together) {
    this.matching = matching;
    this.field = field;
    this.words = words;
    this.together = together;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = matching.rewrite(searcher);
    if (rewritten == matching) {
      return this;
    }
    return rewritten instanceof MatchNoDocsQuery
        ? rewritten
        : new StandingQuery(rewritten, field, words, together);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    return new FilterWeight(this, searcher.createWeight(matching, scoreMode, boost)) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        ScorerSupplier supplier = super.scorerSupplier(context);
        return supplier == null ? null : supplier(supplier, context.reader());
      }

      @Override
      public Explanation explain(LeafReaderContext context, int doc) throws IOException {
        return Explanations.of(this, context, doc);
      }
    };
  }

  private ScorerSupplier supplier(ScorerSupplier supplier, LeafReader reader) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        return new StandingScorer(supplier.get(leadCost), StandingQuery.this, reader);
      }

      @Override
      public long cost() {
        return supplier.cost();
      }
    };
  }

  private float factor(WordPattern.Standing standing) {
    return switch (standing) {
      case APART -> 1;
      case TOGETHER -> together;
      case WHOLE -> together * WHOLE_FACTOR;
    };
  }

  /** Gives the score without the factor, and the factor, one after the other. */
  static final class StandingScorer extends Scorer {
    private final Scorer matching;
    private final StandingQuery query;
    private final LeafReader reader;
    private @Nullable List<PostingsEnum> positions;
    private int weighed = -1;
    private float factor;

    private StandingScorer(Scorer matching, StandingQuery query, LeafReader reader) {
      this.matching = matching;
      this.query = query;
      this.reader = reader;
    }

    /** The document's score, wherever its words stand. */
    float plain() throws IOException {
      return matching.score();
    }

    /** By what the score is multiplied: 1 to {@link #MOST}. */
    float factor() throws IOException {
      if (weighed != matching.docID()) { // positions can be read only once
        weighed = matching.docID();
        factor = weigh();
      }
      return factor;
    }

    private float weigh() throws IOException {
      List<PostingsEnum> opened = positions;
      if (opened == null) {
        opened = open();
        positions = opened;
      }
      for (PostingsEnum word : opened) {
        int doc = matching.docID();
        if ((word.docID() < doc ? word.advance(doc) : word.docID()) != doc) {
          return 1; // a document that need not have all words lacks this one
        }
      }
      return opened.isEmpty() ? 1 : query.factor(query.words.standing(opened));
    }

    /** One for each word; none if the segment lacks one of them. */
    private List<PostingsEnum> open() throws IOException {
      List<PostingsEnum> opened = new ArrayList<>(query.words.size());
      TermsEnum terms = Objects.requireNonNull(reader.terms(query.field)).iterator();
      for (int i = 0; i < query.words.size(); i++) {
        if (!terms.seekExact(new Term(query.field, query.words.term(i)).bytes())) {
          return List.of();
        }
        opened.add(terms.postings(null, PostingsEnum.PAYLOADS));
      }
      return opened;
    }

    @Override
    public float score() throws IOException {
      return plain() * factor();
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return matching.getMaxScore(upTo) * MOST;
    }

    @Override
    public int docID() {
      return matching.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return matching.iterator();
    }

    @Override
    public @Nullable TwoPhaseIterator twoPhaseIterator() {
      return matching.twoPhaseIterator();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    matching.visit(visitor);
  }

  @Override
  public String toString(String ignored) {
    return "standing(" + matching.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StandingQuery that
        && matching.equals(that.matching)
        && field.equals(that.field)
        && words.equals(that.words)
        && together == that.together;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), matching, field, words, together);
  }
}
