/**
 * Turns a source of studies into a published generation of the index.
 *
 * <p>Start at {@link org.studyatlas.build.IndexBuild}, which runs the phases: plan, index, merge,
 * verify, publish. A build never touches the generation in service; whatever goes wrong, that one
 * stays. Messages to people, their terminal and the exit codes belong to {@code cli}, the meaning
 * of a study's fields to {@code mapping}.
 */
@NullMarked
package org.studyatlas.build;

import org.jspecify.annotations.NullMarked;
