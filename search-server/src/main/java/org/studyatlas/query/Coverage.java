package org.studyatlas.query;

import java.util.Optional;

/** How much of a field's value a term must cover: the operand of {@code COVERAGE[...]}. */
public enum Coverage {
  /** Any part of the value; the default. */
  CONTAINS("Contains"),
  /** The whole value. */
  FULL_MATCH("FullMatch"),
  /** The beginning of the value. */
  STARTS_WITH("StartsWith"),
  /** The end of the value. */
  ENDS_WITH("EndsWith");

  private final String operand;

  Coverage(String operand) {
    this.operand = operand;
  }

  /** As it is written between the brackets. */
  public String operand() {
    return operand;
  }

  static Optional<Coverage> find(String operand) {
    for (Coverage coverage : values()) {
      if (coverage.operand.equals(operand)) {
        return Optional.of(coverage);
      }
    }
    return Optional.empty();
  }
}
