package org.studyatlas.search;

/**
 * What one part of a search does to what is found.
 *
 * @param parameter what asks for it
 * @param excludedForMissing number of studies that satisfy everything else and have no value for
 *     it; for a condition on sites, that have a site which does
 * @param withoutIt number of studies that would be found if it were left out
 */
public record FilterEffect(String parameter, long excludedForMissing, long withoutIt) {}
