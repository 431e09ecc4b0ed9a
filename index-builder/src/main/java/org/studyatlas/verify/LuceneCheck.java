package org.studyatlas.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;

/** Lets Lucene check the files of one of its indexes. */
final class LuceneCheck {

  private LuceneCheck() {}

  /**
   * Checks.
   *
   * @param name what the findings call the index
   */
  static void check(String name, Directory directory, Depth depth, Findings findings)
      throws IOException {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (CheckIndex check = new CheckIndex(directory, directory.obtainLock("check"))) {
      check.setLevel(depth.checkIndexLevel());
      check.setInfoStream(silent);
      check.setFailFast(true);
      if (!check.checkIndex().clean) {
        findings.add(name, "undamaged", "no readable segments file");
      }
    } catch (RuntimeException e) {
      // With fail-fast, CheckIndex wraps whatever it stumbles over in a RuntimeException.
      findings.add(name, "undamaged", e.getMessage() + cause(e));
    }
  }

  private static String cause(RuntimeException e) {
    return e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")";
  }
}
