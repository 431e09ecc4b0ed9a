package org.studyatlas.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of sites.
 *
 * @param totals numbers of all sites found and of their studies, exact
 * @param sites the sites of this page
 * @param next cursor of the next page; empty if this page is not full
 */
public record SitePage(SiteTotals totals, List<SiteHit> sites, Optional<String> next) {

  /** Copies the list. */
  public SitePage {
    sites = List.copyOf(sites);
  }
}
