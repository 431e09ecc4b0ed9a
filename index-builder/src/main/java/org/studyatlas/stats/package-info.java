/**
 * The registry's statistics: how often each value of each field occurs, how long lists are, how
 * large records are. Exact, over all indexed studies, computed while an index is built.
 *
 * <p>{@link org.studyatlas.stats.StatsCollector} is told of every record that is indexed and at the
 * end writes one file of the generation; {@link org.studyatlas.stats.StatsFile} reads answers out
 * of that file. The shapes are those of the registry's {@code /stats} endpoints.
 *
 * <h2>How it counts</h2>
 *
 * <ul>
 *   <li>{@code studiesCount} and {@code missingStudiesCount} count studies, however often a value
 *       occurs in one. {@code avg} is over all values, not over studies.
 *   <li>What counts is what is indexed: a date, number, age or boolean that could not be read as
 *       one is missing. Texts are taken as they are written; {@code length} is in UTF-16 units.
 *   <li>Values stand in descending order of {@code studiesCount}, then in ascending order of the
 *       value. Of texts only 250 are listed; if the last places are tied, the texts of the studies
 *       with the least NCT ids get them. Of several longest texts the one of the study with the
 *       least NCT id is told.
 *   <li>Of a list that stands in a list, sizes count all its values in the study; so does the
 *       search for {@code AREA[piece:size]}.
 * </ul>
 *
 * <h2>How it is computed</h2>
 *
 * <p>A record is read once, by the mapping. It may turn out later that a newer record of the same
 * study takes its place, so nothing is added up while the build runs: every record's contribution
 * goes to disk under the record's number, and those of replaced records are skipped in the end.
 * Texts go to disk as a hash of 128 bits, in partitions by hash, so that each partition can be
 * counted in little memory ({@link org.studyatlas.stats.TextSpill}); only the few texts that an
 * answer shows are fetched from the record store afterwards. Everything else is short and goes into
 * a log ({@link org.studyatlas.stats.ValueLog}). Two texts of one field with the same hash would be
 * counted as one; among 10^8 texts the chance of that is below 10^-22.
 *
 * <p>Neither the number of threads nor the order of the records can be seen in the result.
 */
@NullMarked
package org.studyatlas.stats;

import org.jspecify.annotations.NullMarked;
