package org.studyatlas.query;

/**
 * A filter of its own name, so that counts can be made as if it were not there: those of a facet
 * leave out the facet's own choice, and an empty result is told which filter emptied it.
 *
 * @param parameter what asked for it, e.g. {@code phase}
 * @param expr what it demands of a study
 * @param missing studies that have no value for it, so that it cannot hold; {@link Expr#NOTHING} if
 *     a missing value counts as a match
 */
public record Choice(String parameter, Expr expr, Expr missing) {}
