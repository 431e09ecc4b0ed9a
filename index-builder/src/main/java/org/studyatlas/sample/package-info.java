/**
 * A synthetic registry: made-up studies in the registry's own format, as many as wanted, the same
 * ones again for the same seed.
 *
 * <p>It serves demonstrations, tests and measurements where the real bulk download is not at hand.
 * Lengths, shares and counts follow the real registry; so do its oddities (see {@link
 * org.studyatlas.sample.Oddity}). Every person, telephone number and finding is invented.
 *
 * <p>Start reading at {@link org.studyatlas.sample.SampleRegistry}. A study is planned first
 * ({@code StudyPlanner} draws a {@code StudyPlan}) and then written module by module ({@code
 * StudyWriter} names the order). All figures are in {@code distribution.tsv}, the language in
 * {@code grammar.tsv} and {@code words.tsv}, the world's cities, organisations and diseases in the
 * tables beside them. Reading or indexing studies does not belong here.
 */
@NullMarked
package org.studyatlas.sample;

import org.jspecify.annotations.NullMarked;
