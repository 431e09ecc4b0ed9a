/**
 * The search engine behind both faces of the server: expressions become Lucene queries, hits come
 * back with their matching sites.
 *
 * <p>Start reading at {@link org.studyatlas.search.StudySearcher}; {@code ExprCompiler} and {@code
 * WordsCompiler} hold the meaning of queries. {@link org.studyatlas.search.GenerationService} keeps
 * the generation in service open, notices a new one and lets requests finish on the old one: a
 * request works on the {@link org.studyatlas.search.OpenGeneration} of its {@link
 * org.studyatlas.search.Lease}, so that all of its answer comes from one generation.
 *
 * <p>Parsing parameters and writing bodies do not belong here.
 */
@NullMarked
package org.studyatlas.search;

import org.jspecify.annotations.NullMarked;
