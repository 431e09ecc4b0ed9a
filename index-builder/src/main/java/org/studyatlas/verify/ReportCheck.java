package org.studyatlas.verify;

import java.io.IOException;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.schema.KeptReport;

/** Checks the build's report: is it readable, and does it tell what the manifest tells? */
final class ReportCheck {

  private ReportCheck() {}

  static void check(Generation generation, IndexManifest manifest, Findings findings) {
    try {
      KeptReport report = KeptReport.read(generation.report());
      expectSame("data timestamp", report.dataTimestamp(), manifest.dataTimestamp(), findings);
      expectSame("source", report.source(), manifest.source(), findings);
      expectSame("counts", report.counts(), manifest.counts(), findings);
    } catch (IOException e) {
      findings.add("report", "readable", String.valueOf(e.getMessage()));
    }
  }

  private static void expectSame(String what, Object report, Object manifest, Findings findings) {
    if (!report.equals(manifest)) {
      findings.add(what + " in the manifest", report + " (as in the report)", manifest.toString());
    }
  }
}
