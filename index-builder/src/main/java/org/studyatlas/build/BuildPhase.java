package org.studyatlas.build;

import java.util.Locale;

/** The phases of a build, in order. */
public enum BuildPhase {
  /** Source opened, space and heap checked, leftovers of killed builds removed. */
  PLAN,
  /** Records read, mapped and indexed. */
  INDEX,
  /** The last segments merged, everything committed; the statistics computed beside that. */
  MERGE,
  /** The new generation checked against its counts. */
  VERIFY,
  /** Synced to disk and put in service. */
  PUBLISH;

  /** The name that progress and reports use, e.g. {@code index}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
