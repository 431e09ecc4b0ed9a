package org.studyatlas.render;

import org.jspecify.annotations.Nullable;

/**
 * A site of a study as a row of its own.
 *
 * @param nctId of the study
 * @param briefTitle of the study
 * @param overallStatus of the study, a constant of Status
 * @param distanceKm distance from where the search began, to 100 m; null if it is unknown or not
 *     asked for
 * @param resolved whether the site has no coordinates of its own, and lies where other sites of its
 *     city do
 * @param precision what the distance is exact to, e.g. {@code city}; null without a distance
 */
public record SiteRow(
    @Nullable String nctId,
    @Nullable String briefTitle,
    @Nullable String overallStatus,
    StudySite site,
    @Nullable Double distanceKm,
    boolean resolved,
    @Nullable String precision) {}
