package org.studyatlas.names;

/**
 * A site as the counters see it.
 *
 * @param study document of its study
 * @param hasPoint whether it has coordinates
 * @param point its coordinates, see {@link EncodedPoint}; 0 if it has none
 */
record SeenSite(int study, boolean hasPoint, long point) {}
