/**
 * Shows where the words of a search stand in a study's texts.
 *
 * <p>Start reading at {@link org.studyatlas.highlight.Highlighter}. Works on the texts of the
 * record, with the analyzer of the index; reading the record belongs to {@code render}.
 */
@NullMarked
package org.studyatlas.highlight;

import org.jspecify.annotations.NullMarked;
