/**
 * A second, plain implementation of search over JSON trees, to compare the engine with.
 *
 * <p>It shares the splitting of words with the index and nothing else: no Lucene query, no index.
 */
@NullMarked
package org.studyatlas.oracle;

import org.jspecify.annotations.NullMarked;
