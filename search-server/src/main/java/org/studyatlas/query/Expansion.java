package org.studyatlas.query;

import java.util.Optional;

/**
 * How far a term may stray from its own words: the operand of {@code EXPANSION[...]}. Each constant
 * includes the ones before it.
 */
public enum Expansion {
  /** The words as they are; case, accents and endings count, what stands between words does not. */
  NONE("None"),
  /**
   * Also regular plurals and possessives; case, hyphens and accents do not count. The registry's
   * other spellings, compounds and irregular plurals would need a dictionary.
   */
  TERM("Term"),
  /** Also synonyms, at a slight loss of score. */
  CONCEPT("Concept"),
  /** Also the words apart from each other and in any order; the default. */
  RELAXATION("Relaxation"),
  /** Also with some of the words missing. */
  LOSSY("Lossy");

  private final String operand;

  Expansion(String operand) {
    this.operand = operand;
  }

  /** As it is written between the brackets. */
  public String operand() {
    return operand;
  }

  /**
   * The expansion that takes effect. A phrase, and a term that must cover the beginning, the end or
   * the whole of a value, keeps its words together: {@link #RELAXATION} and {@link #LOSSY} then
   * mean {@link #CONCEPT} (the registry's page on complex queries).
   */
  public Expansion effective(boolean phrase, Coverage coverage) {
    boolean together = phrase || coverage != Coverage.CONTAINS;
    return together && compareTo(CONCEPT) > 0 ? CONCEPT : this;
  }

  static Optional<Expansion> find(String operand) {
    for (Expansion expansion : values()) {
      if (expansion.operand.equals(operand)) {
        return Optional.of(expansion);
      }
    }
    return Optional.empty();
  }
}
