package org.studyatlas.build;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.mapping.RejectedStudyException;
import org.studyatlas.mapping.StudyMapper;
import org.studyatlas.source.Deflated;
import org.studyatlas.source.RecordException;
import org.studyatlas.source.SourceRecord;
import org.studyatlas.source.StudySource;

/** What every thread of a build does: takes records, maps them, and puts them into the index. */
final class StudyIndexer implements Runnable {

  /**
   * What the threads of a build share.
   *
   * @param source of the records
   * @param writer of the generation
   * @param kept decides between records of one study
   * @param problems account of all that is wrong
   * @param progress live counters
   * @param stop tells all threads to stop
   * @param strict whether a rejected record stops them
   */
  record Shared(
      StudySource source,
      GenerationWriter writer,
      KeptStudies kept,
      ProblemLog problems,
      BuildProgress progress,
      StopSignal stop,
      boolean strict) {}

  private final IndexPart part;
  private final Shared shared;
  private final StudyMapper mapper = new StudyMapper();

  /**
   * Starts one.
   *
   * @param part that it alone writes
   */
  StudyIndexer(IndexPart part, Shared shared) {
    this.part = part;
    this.shared = shared;
  }

  @Override
  public void run() {
    try {
      for (SourceRecord record = next(); record != null; record = next()) {
        shared.progress.countRead();
        index(record);
      }
      if (!shared.stop.stopped()) {
        part.flushLast();
      }
    } catch (Throwable e) {
      // Errors too: an OutOfMemoryError in one thread must end the build, not only the thread.
      shared.stop.fail(e);
    }
  }

  private @Nullable SourceRecord next() throws IOException {
    return shared.stop.stopped() ? null : shared.source.next();
  }

  private void index(SourceRecord record) throws IOException {
    MappedStudy study;
    Deflated deflated;
    try {
      study = mapper.map(record.json());
      deflated = record.deflated();
    } catch (RecordException e) {
      shared.problems.rejected(record, e);
      countRejected();
      return;
    } catch (RejectedStudyException e) {
      shared.problems.rejected(record, e);
      countRejected();
      return;
    }
    shared.problems.fieldProblems(record, study);
    shared.progress.countRawBytes(deflated.size());
    offer(study, deflated, record.sequence());
  }

  private void countRejected() {
    shared.progress.countRejected();
    if (shared.strict) {
      shared.stop.stop();
    }
  }

  private void offer(MappedStudy study, Deflated deflated, long sequence) throws IOException {
    KeptStudies.Kept record =
        new KeptStudies.Kept(
            study.recency(), sequence, deflated.crc32(), study.sites(), study.sitesWithPoint());
    KeptStudies.Outcome outcome =
        shared.kept.offer(
            study.id(), record, replacing -> shared.writer.add(part, study, deflated, replacing));
    switch (outcome) {
      case ADDED -> shared.progress.countIndexed(study.sites());
      case REPLACED_OLDER, OLDER_THAN_KEPT -> shared.progress.countDuplicate();
    }
  }
}
