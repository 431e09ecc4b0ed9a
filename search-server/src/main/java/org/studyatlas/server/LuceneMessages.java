package org.studyatlas.server;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps a first run free of warnings that nobody needs to act on.
 *
 * <p>Lucene warns that the incubating vector module is not readable. Its remedy, {@code
 * --add-modules jdk.incubator.vector}, prints a warning of its own at every start, and what it
 * speeds up most, nearest-vector search, is not used here. So the module stays out and this one
 * logger is silent; everything else that Lucene warns about still shows.
 */
final class LuceneMessages {

  /** Held, since java.util.logging forgets the level of a logger that nobody refers to. */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private LuceneMessages() {}

  static void quieten() {
    VECTORS.setLevel(Level.SEVERE);
    LUCENE.setLevel(Level.WARNING);
  }
}
