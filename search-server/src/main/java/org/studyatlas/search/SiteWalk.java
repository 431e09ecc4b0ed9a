package org.studyatlas.search;

import java.io.IOException;
import java.util.List;

/**
 * All sites of a search in order, part by part. Keeps 12 bytes for each of them, which the lease it
 * was made with holds. For one thread at a time.
 */
public final class SiteWalk {

  private final SiteTotals totals;
  private final AllSites places;
  private final SiteReader reader;
  private int position;

  SiteWalk(SiteTotals totals, AllSites places, SiteReader reader) {
    this.totals = totals;
    this.places = places;
    this.reader = reader;
  }

  /** Numbers of sites and of their studies. */
  public SiteTotals totals() {
    return totals;
  }

  /**
   * The next sites; none at the end.
   *
   * @param count greatest number of them
   */
  public List<SiteHit> next(int count) throws IOException {
    List<SitePlace> part = places.part(position, count);
    position += part.size();
    return reader.read(part);
  }
}
