package org.studyatlas.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.source.Ignored;
import org.studyatlas.study.NctId;

/**
 * What a build did: printed at its end and kept as {@code report.json} in the generation.
 *
 * @param generation its name, or empty if none was published
 * @param dataTimestamp when the data was taken, UTC
 * @param source what was read
 * @param counts of records and documents
 * @param ignored files and zip entries that were not read
 * @param problems of records and of values
 * @param phases what each took; the kept file ends before {@code publish}
 * @param resources what the build used
 */
public record BuildReport(
    String generation,
    LocalDateTime dataTimestamp,
    IndexManifest.Source source,
    IndexManifest.Counts counts,
    Ignored ignored,
    Problems problems,
    List<PhaseTime> phases,
    Resources resources) {

  /**
   * Most ids of rejected records that are listed: enough to answer for a damaged download; more
   * than that nobody looks up one by one.
   */
  public static final int MAX_REJECTED_IDS = 10_000;

  /** Copies the list. */
  public BuildReport {
    phases = List.copyOf(phases);
  }

  /**
   * All that was wrong in the records.
   *
   * @param rejected records that could not be indexed, by code, most frequent first
   * @param rejectedIds ids of rejected records, with the code; not all if there were very many
   * @param fields values that could not be indexed as their fields demand, by code
   * @param unknownFields JSON paths that the field catalogue does not know, most frequent first; of
   *     very many, those that were met first
   */
  public record Problems(
      List<ProblemCount> rejected,
      SortedMap<NctId, String> rejectedIds,
      List<ProblemCount> fields,
      List<UnknownField> unknownFields) {

    /** Copies the collections. */
    public Problems {
      rejected = List.copyOf(rejected);
      rejectedIds = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedIds));
      fields = List.copyOf(fields);
      unknownFields = List.copyOf(unknownFields);
    }
  }

  /**
   * How often a problem occurred.
   *
   * @param code stable, e.g. {@code bad-date}
   * @param count of all occurrences
   * @param examples the first ones in the source
   */
  public record ProblemCount(String code, long count, List<Example> examples) {

    /** Copies the list. */
    public ProblemCount {
      examples = List.copyOf(examples);
    }
  }

  /**
   * One occurrence of a problem.
   *
   * @param id NCT id of the study, or empty if it is not known
   * @param location of the record in the source
   * @param path JSON path in the record
   * @param detail the value, or what is wrong
   */
  public record Example(String id, String location, String path, String detail) {}

  /**
   * A JSON path that the field catalogue does not know.
   *
   * @param path with {@code []} for any element of a list
   * @param count occurrences
   */
  public record UnknownField(String path, long count) {}

  /**
   * What a phase took.
   *
   * @param phase which one
   * @param wallMillis on the clock
   * @param cpuMillis of all threads of the process
   * @param gcMillis of garbage collection
   */
  public record PhaseTime(BuildPhase phase, long wallMillis, long cpuMillis, long gcMillis) {}

  /**
   * What the build used.
   *
   * @param threads that read, map and index
   * @param ramBufferMb that Lucene filled before it wrote a segment
   * @param heapBytes largest size of the heap
   * @param peakHeapBytes most heap used: the sum of its pools' peaks, which need not have been at
   *     one time, but no more than the largest size
   * @param rawBytes of JSON indexed
   * @param luceneBytes of the Lucene index on disk
   * @param recordBytes of the record store on disk
   * @param namesBytes of the index of names on disk
   * @param statsBytes of the statistics on disk
   * @param statsMillis that the statistics took, on the clock, beside the merging
   */
  public record Resources(
      int threads,
      int ramBufferMb,
      long heapBytes,
      long peakHeapBytes,
      long rawBytes,
      long luceneBytes,
      long recordBytes,
      long namesBytes,
      long statsBytes,
      long statsMillis) {}

  /** Time on the clock, all phases, in milliseconds. */
  public long wallMillis() {
    return phases.stream().mapToLong(PhaseTime::wallMillis).sum();
  }

  /** CPU time of all threads, all phases, in milliseconds. */
  public long cpuMillis() {
    return phases.stream().mapToLong(PhaseTime::cpuMillis).sum();
  }

  /** Studies indexed a second, over the whole build. */
  public double studiesPerSecond() {
    return counts.indexed() * 1000.0 / Math.max(1, wallMillis());
  }

  /** Megabytes (10^6) of JSON a second, over the whole build. */
  public double megabytesPerSecond() {
    return resources.rawBytes() / 1000.0 / Math.max(1, wallMillis());
  }

  /** The report for machines. */
  public String toJson() throws IOException {
    return ReportJson.write(this);
  }

  /**
   * Ids of the records that a kept report lists as rejected, with the code of the reason.
   *
   * @throws IOException if the file is missing or damaged
   */
  public static SortedMap<NctId, String> readRejectedIds(Path reportFile) throws IOException {
    return ReportJson.readRejectedIds(reportFile);
  }
}
