/**
 * The registry's values that have rules of their own: study numbers, partial dates, ages, country
 * codes.
 *
 * <p>Values only: no JSON, no Lucene, no files. Start reading at {@link
 * org.studyatlas.study.PartialDate}.
 */
@NullMarked
package org.studyatlas.study;

import org.jspecify.annotations.NullMarked;
