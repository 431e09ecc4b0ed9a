/**
 * Areas on the map as people send them, WKT and GeoJSON, as {@link org.studyatlas.geo.Polygon}s.
 *
 * <p>Start reading at {@link org.studyatlas.area.AreaReader}. Spatial4j scans WKT, JTS does the
 * geometry; finding sites in an area belongs to {@code search}.
 */
@NullMarked
package org.studyatlas.area;

import org.jspecify.annotations.NullMarked;
