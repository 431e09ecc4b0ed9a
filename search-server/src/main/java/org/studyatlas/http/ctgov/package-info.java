/**
 * The drop-in face: the registry's own API v2, so that an existing client works when its base
 * address is changed.
 *
 * <p>Parameters, bytes, headers and error texts follow the registry; {@code
 * docs/api-differences.md} lists where they cannot. What it does not offer belongs to the native
 * face.
 *
 * <p>Start reading at {@link org.studyatlas.http.ctgov.ListRequest}, the parameters of a list, and
 * {@link org.studyatlas.http.PulledBody}: long answers are rendered while the client takes them,
 * and hold the generation they come from until then.
 */
@NullMarked
package org.studyatlas.http.ctgov;

import org.jspecify.annotations.NullMarked;
