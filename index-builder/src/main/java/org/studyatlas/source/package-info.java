/**
 * Where study JSON comes from: the registry's zip, folders, JSON arrays, pages, lines, gzip and
 * standard input, all read as one stream of raw records.
 *
 * <p>Records are bytes here: they are cut out and checked for being whole, but never parsed. What
 * is in them does not belong here (see {@code mapping}), nor do threads and counts (see {@code
 * build}). Nothing is ever written and no name from inside an archive is used as a path. Memory
 * does not grow with the input, except that the file names of one folder are held while it is read.
 *
 * <p>Start reading at {@link org.studyatlas.source.StudySource}. Below it, {@code ZipSource} hands
 * out entries by the zip's directory, {@code TextSource} cuts JSON text with {@code
 * RecordSplitter}, and {@code RelaySource} reads several of them one after another.
 */
@NullMarked
package org.studyatlas.source;

import org.jspecify.annotations.NullMarked;
