/**
 * Checks a finished generation: is the Lucene index undamaged, do the counts and the digest of the
 * manifest agree with it, can the records be read back, do the statistics tell of them?
 *
 * <p>Start at {@link org.studyatlas.verify.IndexVerifier}. A build runs the same check before it
 * publishes. Comparing two generations and repairing anything do not belong here.
 */
@NullMarked
package org.studyatlas.verify;

import org.jspecify.annotations.NullMarked;
