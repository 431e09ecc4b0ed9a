/**
 * Counts of values over the studies that a search found.
 *
 * <p>Which facets there are is defined in {@link org.studyatlas.facet.Facet}; {@link
 * org.studyatlas.facet.FacetCounter} counts. Finding the studies does not belong here.
 */
@NullMarked
package org.studyatlas.facet;

import org.jspecify.annotations.NullMarked;
