package org.studyatlas.query;

import java.util.Optional;

/** Where all conditions of an expression must hold together: {@code SEARCH[...]}. */
public enum Scope {
  /** Anywhere in the study. */
  STUDY("Study"),
  /** In one and the same site of the study. */
  SITE("Location");

  private final String operand;

  Scope(String operand) {
    this.operand = operand;
  }

  /** As it is written between the brackets, in the registry's words. */
  public String operand() {
    return operand;
  }

  static Optional<Scope> find(String operand) {
    for (Scope scope : values()) {
      if (scope.operand.equals(operand)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
