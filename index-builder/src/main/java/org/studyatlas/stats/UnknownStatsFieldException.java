package org.studyatlas.stats;

/** A caller asked for a field of which there are no such statistics. */
public final class UnknownStatsFieldException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String name;

  UnknownStatsFieldException(String name) {
    super("no such statistics of field '" + name + "'");
    this.name = name;
  }

  /** The name as the caller gave it. */
  public String name() {
    return name;
  }
}
