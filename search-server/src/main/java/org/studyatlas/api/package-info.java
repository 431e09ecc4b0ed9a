/**
 * What the native face takes and answers: each parameter, endpoint and answer is defined here once.
 * The readers of requests, the refusal of unknown parameters, the OpenAPI document and the page for
 * people all use these definitions. How a value is read or an answer is written does not belong
 * here.
 *
 * <p>Start with {@link org.studyatlas.api.Endpoints}.
 */
@NullMarked
package org.studyatlas.api;

import org.jspecify.annotations.NullMarked;
