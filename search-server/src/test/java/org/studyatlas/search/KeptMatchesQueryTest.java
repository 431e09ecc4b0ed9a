package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptMatchesQueryTest {

  private static final int DOCUMENTS = 2_000;

  /** What a look at one document takes; a few dozen of them are more than the search may take. */
  private static final long MILLIS_A_LOOK = 1;

  private static final Duration LIMIT = Duration.ofMillis(50);

  @Test
  void looksAtTheClockAfterAFewCostlyDocumentsThoughNoneMatches() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < DOCUMENTS; i++) {
          writer.addDocument(new Document());
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Costly costly = new Costly();
        IndexSearcher searcher = SearchClock.start(reader, LIMIT).searcher();
        assertThatThrownBy(() -> searcher.count(new KeptMatchesQuery(costly)))
            .isInstanceOf(SlowSearchException.class);
        assertThat(costly.looks.get()).isLessThanOrEqualTo(64);
      }
    }
  }

  /** Matches nothing, but has to look at each document. */
  private static final class Costly extends Query {
    private final AtomicInteger looks = new AtomicInteger();

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
      return new ConstantScoreWeight(this, boost) {
        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext context) {
          int maxDoc = context.reader().maxDoc();
          DocIdSetIterator each = TwoPhaseIterator.asDocIdSetIterator(look(maxDoc));
          return ConstantScoreScorerSupplier.fromIterator(each, 1, scoreMode, maxDoc);
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
          return false;
        }
      };
    }

    private TwoPhaseIterator look(int maxDoc) {
      return new TwoPhaseIterator(DocIdSetIterator.all(maxDoc)) {
        @Override
        public boolean matches() {
          looks.incrementAndGet();
          try {
            Thread.sleep(MILLIS_A_LOOK);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return false;
        }

        @Override
        public float matchCost() {
          return 1_000;
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return "costly";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
