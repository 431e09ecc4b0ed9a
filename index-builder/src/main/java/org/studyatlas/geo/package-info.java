/**
 * Points on the globe, distances and great-circle arithmetic.
 *
 * <p>Degrees in latitude, longitude order; metres. Nothing of Lucene, JSON or the registry belongs
 * here. Start reading at {@link org.studyatlas.geo.GeoPoint}.
 */
@NullMarked
package org.studyatlas.geo;

import org.jspecify.annotations.NullMarked;
