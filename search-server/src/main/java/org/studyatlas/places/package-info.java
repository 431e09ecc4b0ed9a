/**
 * Place names and postal codes to points, and names to complete, out of the index's own sites and
 * studies: no other data, no network.
 *
 * <p>Start reading at {@link org.studyatlas.places.Gazetteer}, which reads the index of names that
 * the builder wrote. What a user's text means is decided in {@code PlaceResolver}; spellings of one
 * city are put together in {@link org.studyatlas.places.Place}.
 *
 * <p>Searching studies and writing bodies do not belong here.
 */
@NullMarked
package org.studyatlas.places;

import org.jspecify.annotations.NullMarked;
