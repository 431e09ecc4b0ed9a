package org.studyatlas.search;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * All studies that a search finds, in its order. In the order of NCT ids it keeps 8 bytes for each
 * of them, in another order a part of them; the lease it was made with holds that. For one thread
 * at a time.
 */
public final class ResultWalk {

  /** Gives the hits part by part. */
  interface Parts {

    /** The next hits; none at the end. */
    List<ScoreDoc> next() throws IOException;
  }

  private final long total;
  private final Parts parts;
  private final HitReader reader;
  private Iterator<StudyHit> hits = List.<StudyHit>of().iterator();
  private @Nullable StudyHit hit;

  ResultWalk(long total, Parts parts, HitReader reader) {
    this.total = total;
    this.parts = parts;
    this.reader = reader;
  }

  /** Number of studies. */
  public long total() {
    return total;
  }

  /** Goes to the next study; false if there is none. */
  public boolean next() throws IOException {
    if (!hits.hasNext()) {
      hits = reader.read(parts.next(), null, null).iterator();
    }
    boolean on = hits.hasNext();
    hit = on ? hits.next() : null;
    return on;
  }

  /** The study that was gone to; its sites are not listed. */
  public StudyHit hit() {
    return Objects.requireNonNull(hit, "no study was gone to");
  }
}
