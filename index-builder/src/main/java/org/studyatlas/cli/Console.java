package org.studyatlas.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out for data
 * @param err for everything else
 * @param bars whether {@code err} is a terminal that can show a progress bar
 * @param colours whether to use colours
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, boolean bars, boolean colours) {}
