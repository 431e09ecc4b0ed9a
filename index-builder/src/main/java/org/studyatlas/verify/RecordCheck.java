package org.studyatlas.verify;

import java.io.IOException;
import java.util.Arrays;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.mapping.RejectedStudyException;
import org.studyatlas.mapping.StudyMapper;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;
import org.studyatlas.study.NctId;

/** Reads records back: a sample of them, or all, and then maps each again. */
final class RecordCheck {

  private static final long SAMPLE = 200;

  private final RecordStore store;
  private final Depth depth;
  private final StatsCheck stats;
  private final Findings findings;
  private final long stride;
  private final StudyMapper mapper = new StudyMapper();
  private long seen;
  private long read;

  RecordCheck(RecordStore store, Depth depth, long studies, StatsCheck stats, Findings findings) {
    this.store = store;
    this.stats = stats;
    this.depth = depth;
    this.findings = findings;
    stride =
        switch (depth) {
          case QUICK -> Math.max(1, studies / SAMPLE);
          case DEEP -> 1;
        };
  }

  /**
   * Reads the record if it is this one's turn.
   *
   * @param sites places of the study's sites in the record's list, as the index has them
   */
  void check(NctId id, RecordPointer pointer, int[] sites) {
    if (seen++ % stride != 0) {
      return;
    }
    try {
      byte[] json = store.json(pointer);
      read++;
      if (depth == Depth.DEEP) {
        mapAgain(id, json, pointer, sites);
      }
    } catch (IOException e) {
      findings.add("record of " + id, "readable", String.valueOf(e.getMessage()));
    }
  }

  private void mapAgain(NctId id, byte[] json, RecordPointer pointer, int[] sites) {
    try {
      MappedStudy study = mapper.map(json);
      if (!study.id().equals(id)) {
        findings.add("id in the record of " + id, id.toString(), study.id().toString());
      }
      if (!Arrays.equals(study.siteOrdinals(), sites)) {
        findings.add(
            "sites of " + id,
            "places " + Arrays.toString(study.siteOrdinals()),
            Arrays.toString(sites));
      }
      stats.add(study, pointer);
    } catch (RejectedStudyException e) {
      findings.add(
          "record of " + id,
          "a study",
          e.code().text() + " at " + e.path() + ": " + e.getMessage());
    }
  }

  long read() {
    return read;
  }
}
