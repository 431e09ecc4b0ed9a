/**
 * The native face: what the registry's own API cannot do. JSON; errors are {@code
 * application/problem+json} that name parameter, value and remedy.
 *
 * <p>Start reading at {@link org.studyatlas.http.search.SearchController}.
 */
@NullMarked
package org.studyatlas.http.search;

import org.jspecify.annotations.NullMarked;
