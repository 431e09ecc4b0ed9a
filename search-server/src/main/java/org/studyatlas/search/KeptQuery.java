package org.studyatlas.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the documents that it matches, so that the parts of one request that need the same ones
 * find them once. How many they are is known without a look at them.
 *
 * <p>Kept as long as the object lives, in a bit for each document of the index: half a megabyte for
 * the whole registry.
 */
abstract sealed class KeptQuery extends Query
    permits KeptAllQuery, KeptAreaQuery, KeptMatchesQuery, KeptStudiesQuery {

  private final Map<Object, KeptDocuments> kept = new ConcurrentHashMap<>();
  private @Nullable KeptQuery studies;

  /** Finds the documents of a segment. */
  interface Finder {

    /** Its documents, deleted ones or not. */
    FixedBitSet find(LeafReaderContext context) throws IOException;
  }

  /** Keeps what a query matches, unless it keeps that itself. */
  static KeptQuery of(Query query) {
    return query instanceof KeptQuery kept ? kept : new KeptMatchesQuery(query);
  }

  /** The studies of these sites, kept with them. */
  final synchronized KeptQuery studies() {
    KeptQuery known = studies;
    if (known == null) {
      known = new KeptStudiesQuery(this);
      studies = known;
    }
    return known;
  }

  /** What finds the documents; may be asked for more than once. */
  abstract Finder finder(IndexSearcher searcher) throws IOException;

  @Override
  public final Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Finder finder = finder(searcher);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        KeptDocuments documents = documents(finder, context);
        return documents.count() == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                documents.iterator(), score(), scoreMode, context.reader().maxDoc());
      }

      @Override
      public int count(LeafReaderContext context) throws IOException {
        return context.reader().hasDeletions() ? -1 : documents(finder, context).count();
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  /** The documents of a segment; looked for the first time, then kept. */
  final KeptDocuments documents(Finder finder, LeafReaderContext context) throws IOException {
    KeptDocuments documents = kept.get(context.id());
    if (documents == null) {
      documents = KeptDocuments.of(finder.find(context));
      kept.put(context.id(), documents);
    }
    return documents;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }
}
