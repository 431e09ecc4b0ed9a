/**
 * The drop-in face: the registry's own API v2, so that an existing client works when its base
 * address is changed.
 *
 * <p>Parameters, bytes, headers and error texts follow the registry. What it does not offer belongs
 * to the native face.
 */
@NullMarked
package org.studyatlas.http.ctgov;

import org.jspecify.annotations.NullMarked;
