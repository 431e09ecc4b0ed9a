package org.studyatlas.search;

import java.time.Duration;

/** Hears what happens to the generations; called by the thread that looks for new ones. */
public interface GenerationListener {

  /**
   * A generation went into service.
   *
   * @param generation the new one
   * @param took time to open and warm it
   */
  void switchedTo(OpenGeneration generation, Duration took);

  /**
   * A published generation was refused, or an old one could not be closed.
   *
   * @param sentence one line that says what is wrong and what to do; not repeated while it holds
   */
  void refused(String sentence);
}
