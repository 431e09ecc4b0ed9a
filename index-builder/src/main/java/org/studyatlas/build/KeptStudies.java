package org.studyatlas.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.studyatlas.mapping.Recency;
import org.studyatlas.study.NctId;
import org.studyatlas.verify.ContentDigest;

/**
 * Which record of each study is in the index, so that of several records of one study the newest
 * stays, whichever thread comes first.
 *
 * <p>Striped locks; a study is indexed while its stripe is held, so that two records of it cannot
 * overtake each other on their way into the index. About 130 bytes of heap a study.
 */
final class KeptStudies {

  private static final int STRIPES = 1024;

  /**
   * The record of a study that is in the index.
   *
   * @param recency how new it is
   * @param sequence its place in the source: of two equally new ones the later wins
   * @param crc32 of its JSON
   * @param sites of the study
   * @param sitesWithPoint sites that have coordinates
   */
  record Kept(Recency recency, long sequence, int crc32, int sites, int sitesWithPoint) {

    boolean newerThan(Kept other) {
      int order = recency.compareTo(other.recency);
      return order != 0 ? order > 0 : sequence > other.sequence;
    }
  }

  /** What became of a record. */
  enum Outcome {
    ADDED,
    REPLACED_OLDER,
    OLDER_THAN_KEPT
  }

  /** Puts a study into the index. */
  interface Indexing {

    /**
     * Indexes it.
     *
     * @param replacing whether an older record of the study has to give way
     */
    void index(boolean replacing) throws IOException;
  }

  /**
   * Sums over all kept studies.
   *
   * @param studies kept
   * @param sites of them
   * @param sitesWithPoint sites that have coordinates
   * @param newestSnapshotDay or {@link Recency#UNKNOWN}
   * @param digest see {@link ContentDigest}
   */
  record Totals(
      long studies, long sites, long sitesWithPoint, long newestSnapshotDay, String digest) {}

  private final List<Map<Integer, Kept>> stripes = new ArrayList<>(STRIPES);

  KeptStudies() {
    for (int i = 0; i < STRIPES; i++) {
      stripes.add(new HashMap<>());
    }
  }

  /** Indexes the record unless a newer one of the study is in the index already. */
  Outcome offer(NctId id, Kept record, Indexing indexing) throws IOException {
    Map<Integer, Kept> stripe = stripes.get(id.number() % STRIPES);
    synchronized (stripe) {
      @Nullable Kept before = stripe.get(id.number());
      if (before != null && !record.newerThan(before)) {
        return Outcome.OLDER_THAN_KEPT;
      }
      indexing.index(before != null);
      stripe.put(id.number(), record);
      return before == null ? Outcome.ADDED : Outcome.REPLACED_OLDER;
    }
  }

  /** The sums; call it when no thread offers any more. */
  Totals totals() {
    ContentDigest digest = new ContentDigest();
    long studies = 0;
    long sites = 0;
    long sitesWithPoint = 0;
    long newest = Recency.UNKNOWN;
    for (Map<Integer, Kept> stripe : stripes) {
      synchronized (stripe) {
        for (Map.Entry<Integer, Kept> entry : stripe.entrySet()) {
          Kept kept = entry.getValue();
          digest.add(new NctId(entry.getKey()), kept.crc32());
          studies++;
          sites += kept.sites();
          sitesWithPoint += kept.sitesWithPoint();
          newest = Math.max(newest, kept.recency().snapshotDay());
        }
      }
    }
    return new Totals(studies, sites, sitesWithPoint, newest, digest.hex());
  }
}
