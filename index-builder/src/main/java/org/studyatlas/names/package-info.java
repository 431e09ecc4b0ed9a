/**
 * The index of names: a second, small Lucene index of a generation, with one document per distinct
 * place (city, state, country, postal code) and per distinct condition, intervention, sponsor and
 * facility, each with its numbers of sites and studies. The server completes and resolves names by
 * it.
 *
 * <p>{@link org.studyatlas.names.NameIndexWriter} computes it from the finished main index, in
 * memory that grows with the number of distinct names only. {@link org.studyatlas.names.NameFields}
 * is what writer and reader agree on; {@link org.studyatlas.names.PlaceName} and {@link
 * org.studyatlas.names.CountedName} are what a document holds. Documents of a kind stand together,
 * the most frequent first, so that a reader that wants the first ten stops after ten.
 *
 * <p>Reading what a user means does not belong here.
 */
@NullMarked
package org.studyatlas.names;

import org.jspecify.annotations.NullMarked;
