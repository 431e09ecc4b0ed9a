/**
 * The command line: {@code studyatlas build | verify | info | sample | completion}.
 *
 * <p>Start at {@link org.studyatlas.cli.StudyAtlas}. The only package that writes to the terminal
 * and ends the process. Data goes to standard output, everything else to standard error. What a
 * command does belongs to the package that does it; here are options, texts and exit codes.
 */
@NullMarked
package org.studyatlas.cli;

import org.jspecify.annotations.NullMarked;
