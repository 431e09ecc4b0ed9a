/**
 * The search engine behind both faces of the server: expressions become Lucene queries, hits come
 * back with their matching sites.
 *
 * <p>Start reading at {@link org.studyatlas.search.StudySearcher}; {@code ExprCompiler} and {@code
 * WordsCompiler} hold the meaning of queries. Parsing parameters and writing bodies do not belong
 * here.
 */
@NullMarked
package org.studyatlas.search;

import org.jspecify.annotations.NullMarked;
