/**
 * Response bodies from stored studies: a study's JSON goes in, bytes come out.
 *
 * <p>Start reading at {@link org.studyatlas.render.StudyProjection}, which writes one study through
 * a {@link org.studyatlas.render.FieldSelection}; {@link org.studyatlas.render.StudyListWriter}
 * makes a page of such studies. Other formats are {@link org.studyatlas.render.CsvFormat}, {@link
 * org.studyatlas.render.RisFormat}, {@link org.studyatlas.render.FhirFormat} and {@link
 * org.studyatlas.render.StudyZip}. {@link org.studyatlas.render.StudyProfileReader} reads what a
 * list of hits shows of a study and its sites. {@link org.studyatlas.render.ModelMetadata}
 * describes the field model itself.
 *
 * <p>Pure: bytes and values in, an output stream out. Finding studies belongs to {@code search},
 * headers and status codes to {@code http}. Everything here is immutable and may be shared by
 * threads, except where a type says otherwise.
 *
 * <p>Records are trusted to be the JSON that the index was built from. A record that is not is an
 * {@link java.io.IOException}, like a stream that fails.
 */
@NullMarked
package org.studyatlas.render;

import org.jspecify.annotations.NullMarked;
