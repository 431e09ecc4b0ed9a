package org.studyatlas.build;

/** Told what a build does. Called by the thread that runs the build; returns at once. */
public interface BuildListener {

  /** A listener that ignores everything. */
  BuildListener NONE = new BuildListener() {};

  /** A phase begins. What it throws ends the build like a failure of the phase itself. */
  default void phaseStarted(BuildPhase phase) {}

  /**
   * The plan is made and every check before reading has passed.
   *
   * @param progress may be asked at any time, by any thread, until the build ends
   */
  default void planned(BuildPlan plan, BuildProgress progress) {}

  /** Something that a person may want to know, as one line. */
  default void noted(String line) {}
}
