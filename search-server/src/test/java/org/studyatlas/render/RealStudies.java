package org.studyatlas.render;

import java.io.IOException;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.studyatlas.fixture.SharedData;

/** The real studies beside the checkout, one after the other; skips the test without them. */
final class RealStudies {

  private RealStudies() {}

  /** What is done with one study. */
  interface Visitor {
    void visit(byte[] study) throws IOException;
  }

  /** Visits all studies in the order of the file; returns their number. */
  static int forEach(Visitor visitor) throws IOException {
    int count = 0;
    try (ZipFile zip = new ZipFile(SharedData.require("data/registry-sample.zip").toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          visitor.visit(zip.getInputStream(entry).readAllBytes());
          count++;
        }
      }
    }
    return count;
  }
}
