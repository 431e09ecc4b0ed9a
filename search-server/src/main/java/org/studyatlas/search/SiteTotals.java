package org.studyatlas.search;

/**
 * How many sites a search found.
 *
 * @param sites number of matching sites
 * @param studies number of the studies that they belong to
 */
public record SiteTotals(long sites, long studies) {}
