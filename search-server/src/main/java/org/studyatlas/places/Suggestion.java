package org.studyatlas.places;

import org.studyatlas.names.CountedName;

/**
 * A name that completes what was typed.
 *
 * @param name with its number of studies
 * @param corrected whether it was found only by allowing for a typo
 */
public record Suggestion(CountedName name, boolean corrected) {}
