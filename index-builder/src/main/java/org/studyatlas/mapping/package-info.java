/**
 * From a study's JSON to its block of Lucene documents: a function without I/O.
 *
 * <p>{@link org.studyatlas.mapping.StudyMapper} reads a record once, token by token, along the
 * field catalogue. What cannot be indexed is told in {@link org.studyatlas.mapping.FieldProblem}s
 * (the record stays) or in a {@link org.studyatlas.mapping.RejectedStudyException} (it does not).
 * Where records come from and what is done with the documents does not belong here.
 */
@NullMarked
package org.studyatlas.mapping;

import org.jspecify.annotations.NullMarked;
