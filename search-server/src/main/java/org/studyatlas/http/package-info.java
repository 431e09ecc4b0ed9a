/**
 * What both HTTP faces share: strict parameters, errors, entity tags, cross-origin answers.
 *
 * <p>Start with {@link org.studyatlas.http.Face}: a request belongs to the drop-in face ({@code
 * /api/v2/**}, errors in the registry's own words as plain text) or to the native one (errors as
 * {@code application/problem+json}). {@link org.studyatlas.http.Problem} is an error of either.
 * Endpoints live in the sub-packages; searching does not belong here.
 */
@NullMarked
package org.studyatlas.http;

import org.jspecify.annotations.NullMarked;
