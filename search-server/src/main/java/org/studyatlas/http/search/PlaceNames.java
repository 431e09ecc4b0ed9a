package org.studyatlas.http.search;

import org.studyatlas.geo.GeoPoint;
import org.studyatlas.search.OpenGeneration;

/** Finds the place that {@code near} names, where it is not coordinates. */
public interface PlaceNames {

  /**
   * The place's point.
   *
   * @param generation whose sites know the places
   * @throws org.studyatlas.http.RefusedRequestException if there is no such place, or several
   */
  GeoPoint find(OpenGeneration generation, String name);
}
