package org.studyatlas.places;

/**
 * A place that completes what was typed.
 *
 * @param place that is meant
 * @param namesakes number of places of that kind and name, itself included: London has many
 * @param corrected whether it was found only by allowing for a typo
 */
public record Completion(Place place, int namesakes, boolean corrected) {}
