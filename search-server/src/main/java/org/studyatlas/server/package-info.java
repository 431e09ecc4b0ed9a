/**
 * The program: {@code main}, its settings and the wiring of the parts.
 *
 * <p>Start with {@link org.studyatlas.server.SearchServer}. Endpoints belong to {@code http} and
 * {@code web}, the index to {@code search}.
 */
@NullMarked
package org.studyatlas.server;

import org.jspecify.annotations.NullMarked;
