/**
 * What people type into a search box, as an {@link org.studyatlas.query.Expr}.
 *
 * <p>Start reading at {@link org.studyatlas.typed.TypedQuery}. Nothing that is typed is an error:
 * what makes no sense is left out, with a warning. The registry's strict language Essie belongs to
 * {@code query}.
 */
@NullMarked
package org.studyatlas.typed;

import org.jspecify.annotations.NullMarked;
