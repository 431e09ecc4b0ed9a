package org.studyatlas.search;

import org.studyatlas.schema.PointGrid;

/**
 * How many matching sites are where.
 *
 * @param totals numbers of all matching sites and of their studies, wherever they are
 * @param withoutCell number of those of the sites that have no coordinates, and so no cell
 * @param counts sites by cell
 */
public record SiteGrid(SiteTotals totals, long withoutCell, PointGrid counts) {}
